-- Moves the cursors of foreign streams past the events of those runs that come next, notes the ids of these and answers
-- them: within the database, because services do little else as often. The locks of the cursors make the events of one
-- stream follow each other; they are taken in the order of the streams, and new cursors, which only a stream's first
-- event may make, before the others, so that no two callers wait for each other.
create function huiyin_move_on(
  from_source text, of_streams text[], firsts bigint[], lasts bigint[], event_ids uuid[], event_streams text[]
) returns setof uuid language plpgsql
-- Its plans depend on no value: made anew for each call they cost twice what they do, and one that was made while a table
-- was small must not read the whole of it later.
set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  of_tenant constant text := current_setting('huiyin.tenant');
begin
  if 1 = any (firsts) then
    insert into consumed (tenant, source, stream, version)
    select of_tenant, from_source, run.stream, 0 from unnest(of_streams, firsts) as run (stream, first)
    where run.first = 1
    on conflict do nothing;
  end if;
  return query
  with found as materialized (
    select c.stream, c.version from consumed c
    where c.tenant = of_tenant and c.source = from_source and c.stream = any (of_streams)
    order by c.stream collate "C" for update
  ), moved as (
    update consumed c set version = run.last
    from unnest(of_streams, firsts, lasts) as run (stream, first, last) join found using (stream)
    where c.tenant = of_tenant and c.source = from_source and c.stream = found.stream
      and found.version = run.first - 1
    returning c.stream
  )
  insert into inbox (tenant, source, event_id, received_at)
  -- The time of noting, not of asking: under the locks it grows along each stream.
  select of_tenant, from_source, told.id, clock_timestamp() from unnest(event_ids, event_streams) as told (id, stream)
  where told.stream in (select moved.stream from moved)
  returning event_id;
end $$;

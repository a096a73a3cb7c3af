/** Whether a case `f` has a unit to which the government office distributes. */
export const OF_GOVERNMENT = `exists (
  select 1 from jsonb_array_elements(f.state->'units') as u join reference_unit r on r.id = u->>'unitId'
  where r.tenant = f.tenant and r.deciding_office = 'government-office')`;

-- 所属代表团: of a deputy the own one, of a clerk the one that is served. 代表证号码 belongs to a mandate, so to a tenant.
alter table membership add column delegation text not null default '';
alter table person_in_tenant add column card_number text not null default '';

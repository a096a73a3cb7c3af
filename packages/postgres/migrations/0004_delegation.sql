-- 所属代表团 of a deputy, or the one that a clerk of a delegation serves.
alter table reference_membership add column delegation text not null default '';
create index reference_membership_delegation on reference_membership (tenant, delegation) where delegation <> '';

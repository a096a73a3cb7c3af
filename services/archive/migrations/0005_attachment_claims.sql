-- Services that were told they may name a file, and when; kept until their fact that names it has come.
alter table attachment add column claimed jsonb not null default '{}';

-- talked, declined or failed; null where a contact was recorded before attempts were kept: all of them are talks.
alter table contact add column outcome text;

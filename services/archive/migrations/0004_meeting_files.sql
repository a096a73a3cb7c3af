-- Photos and minutes that a meeting's record names: read by the rights to contact and meeting records.
alter table attachment_use drop constraint attachment_use_part_check;
alter table attachment_use add constraint attachment_use_part_check
  check (part in ('text', 'contact-records', 'draft-reply', 'final-reply'));

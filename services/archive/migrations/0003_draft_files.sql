-- What the draft of a reply names is kept too, and read by whoever may read that draft.
alter table attachment_use drop constraint attachment_use_part_check;
alter table attachment_use add constraint attachment_use_part_check
  check (part in ('text', 'draft-reply', 'final-reply'));

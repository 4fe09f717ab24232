-- The bytes are read by whoever sees the file, while it stands.
call protect_classed_table('child_file_content');
drop policy staff_read on child_file_content;
create policy staff_read on child_file_content for select to foothold_staff using (
  exists (select 1 from child_file f where f.service_id = child_file_content.service_id and f.id = child_file_content.file_id
    and f.child_id = child_file_content.child_id and f.withdrawn_on is null));
revoke update on child_file_content from foothold_staff;
-- They are put there by whoever put the file there, and are as long as it says.
create policy of_its_file on child_file_content as restrictive for insert to foothold_staff with check (
  exists (select 1 from child_file f where f.service_id = child_file_content.service_id and f.id = child_file_content.file_id
    and f.child_id = child_file_content.child_id and f.record_class = child_file_content.record_class
    and f.created_by = (select my_staff()) and f.bytes = octet_length(child_file_content.content)));

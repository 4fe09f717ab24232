-- Written and read by the database alone.
call guard_table('duty_stale');

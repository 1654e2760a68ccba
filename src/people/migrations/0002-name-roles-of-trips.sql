-- As what somebody travelled – head of the delegation, interpreter –, where the source of the trip says so.
alter table trip_entry add column role text;

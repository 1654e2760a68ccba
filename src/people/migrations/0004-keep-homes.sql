-- Where somebody is registered as living, as the office writes it.
alter table person add column home text check (char_length(home) between 1 and 200);

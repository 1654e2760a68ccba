-- The day whose procedure governs a dossier: that on which it was submitted, or on which its change was opened, until it is moved
-- to a newer one. None before it is submitted, and for what was under way when this came: there the day of each stage decides.
alter table delegation add column procedure_day date;

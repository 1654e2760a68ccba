grant select, insert on law_edition to doan_ra_app;

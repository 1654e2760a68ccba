-- The server adds an edition when it starts, as the owner of the table.
revoke insert on law_edition from doan_ra_app;

-- As bare as can be: what a ledger would be that keeps a balance and a list of changes.
CREATE TABLE limit_account (id bigint PRIMARY KEY, balance bigint NOT NULL) WITH (fillfactor = 75);
CREATE TABLE limit_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL,
    amount bigint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO limit_account SELECT id, 1000000 FROM generate_series(1, {members}) AS id;
ANALYZE limit_account, limit_entry;

-- The limit beside every write of the ledger: one UPDATE and one INSERT in a transaction.
\set account random(1, :accounts)
BEGIN;
UPDATE limit_account SET balance = balance + 10 WHERE id = :account;
INSERT INTO limit_entry (account_id, amount) VALUES (:account, 10);
COMMIT;

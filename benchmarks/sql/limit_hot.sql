-- The limit beside everybody spending from one account: everybody updates one row.
UPDATE limit_account SET balance = balance - 1 WHERE id = 1;

-- What no expiry can do without, as three statements that need not know of one another: close the
-- lots, update their accounts, insert as many entries. Every account of points has one lot due.
UPDATE saleor_loyalty_lot SET remaining = 0, open = FALSE, lapsed = 1000
    WHERE open AND expires_at <= '2026-06-01Z';

UPDATE saleor_loyalty_account SET seq = seq + 1, available = available - 1000 WHERE unit = 1;

INSERT INTO saleor_loyalty_entry (
    account_id, seq, kind, available, pending, held, debt, balance, lot_seq, key, digest, source,
    occurred_at
)
SELECT 2 * m - 1, 4, 9, -1000, 0, 0, 0, 2000, 1, saleor_loyalty_own_key(2 * m - 1, 4), 0, 'expiry',
       '2026-06-01Z'
FROM generate_series(1, {members}) AS m;

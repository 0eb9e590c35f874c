-- The door, inside the database: one round trip an operation, and the account's row is locked for
-- as short as can be. Called from ledger/post.py alone.
--
-- How every function goes: lock the account; a known key answers as it did the first time; bring
-- the account up to the moment (settle); decide; write entry, lots, uses and sums together.
-- The lock is a statement of its own: what follows it sees what others have committed meanwhile.
--
-- Refusals: LY001 not enough points, LY002 same key other data, LY003 hold not open,
-- LY004 no such account, LY005 more than was spent, LY007 not with such accounts,
-- LY008 merged into another account: everything but giving back what was spent is refused,
-- LY009 nothing there that would expire sooner.
--
-- What comes in (credits, what matures, is restored or released) pays what is owed before it can
-- expire: so it makes no difference whether the nightly sweep or the next operation is the first
-- to see an account, and nobody has a debt beside available points.

-- The first answer again, or null where the key is new.
CREATE FUNCTION saleor_loyalty_replay(p_account bigint, p_key uuid, p_digest bigint)
RETURNS saleor_loyalty_entry LANGUAGE plpgsql AS $$
DECLARE
    v_entry saleor_loyalty_entry;
BEGIN
    SELECT * INTO v_entry FROM saleor_loyalty_entry WHERE key = p_key;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    IF v_entry.digest <> p_digest OR v_entry.account_id <> p_account THEN
        RAISE EXCEPTION 'the source key % was used for something else', v_entry.source
            USING ERRCODE = 'LY002';
    END IF;
    RETURN v_entry;
END $$;


CREATE FUNCTION saleor_loyalty_lock(p_account bigint)
RETURNS saleor_loyalty_account LANGUAGE plpgsql AS $$
DECLARE
    v_account saleor_loyalty_account;
BEGIN
    SELECT * INTO v_account FROM saleor_loyalty_account
        WHERE id = p_account FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no account %', p_account USING ERRCODE = 'LY004';
    END IF;
    RETURN v_account;
END $$;


-- A key for an entry that follows from the account's own state, not from a caller: it says which
-- entry it is, so that its index grows in the order of accounts.
CREATE FUNCTION saleor_loyalty_own_key(p_account bigint, p_seq bigint)
RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex(p_account), 16, '0') || lpad(to_hex(p_seq), 16, '0'))::uuid
$$;


-- Moves the account's sums and writes the entry that says so; the caller moves the lots.
CREATE FUNCTION saleor_loyalty_write(
    p_account bigint, p_kind smallint,
    p_available bigint, p_pending bigint, p_held bigint, p_debt bigint,
    p_key uuid, p_digest bigint, p_source text, p_occurred_at timestamptz, p_data jsonb,
    p_ref_seq bigint DEFAULT NULL, p_lot_seq bigint DEFAULT NULL
) RETURNS saleor_loyalty_entry LANGUAGE plpgsql AS $$
DECLARE
    v_entry saleor_loyalty_entry;
    v_seq bigint;
    v_balance bigint;
BEGIN
    UPDATE saleor_loyalty_account
        SET seq = seq + 1, available = available + p_available, pending = pending + p_pending,
            held = held + p_held, debt = debt + p_debt
        WHERE id = p_account
        RETURNING seq, available - debt INTO v_seq, v_balance;
    INSERT INTO saleor_loyalty_entry (
        account_id, seq, kind, available, pending, held, debt, balance, lot_seq, ref_seq,
        key, digest, source, occurred_at, data
    ) VALUES (
        p_account, v_seq, p_kind, p_available, p_pending, p_held, p_debt, v_balance, p_lot_seq,
        p_ref_seq, coalesce(p_key, saleor_loyalty_own_key(p_account, v_seq)), p_digest,
        p_source, p_occurred_at, p_data
    ) RETURNING * INTO v_entry;
    RETURN v_entry;
END $$;


-- Takes up to p_amount from free lots in spending order (soonest expiry, then the oldest) for an
-- entry already written, or sets it aside in them where p_hold; returns how much that was. Held and
-- pending points are not free. Callers have settled the account.
CREATE FUNCTION saleor_loyalty_take(
    p_account bigint, p_entry_seq bigint, p_amount bigint, p_hold boolean DEFAULT FALSE
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_left bigint := p_amount;
    v_taken bigint;
BEGIN
    -- Most often the first few lots are enough: an account may have thousands.
    LOOP
        WITH free AS (
            SELECT seq, points, sum(points) OVER (ORDER BY expires_at, earned_at, seq) AS running
            FROM (
                SELECT seq, remaining - held AS points, expires_at, earned_at
                FROM saleor_loyalty_lot
                WHERE account_id = p_account AND open AND NOT pending AND remaining > held
                ORDER BY expires_at, earned_at, seq LIMIT 32
            ) next
        ), taken AS (
            SELECT seq, least(points, v_left - (running - points))::bigint AS points
            FROM free WHERE running - points < v_left
        ), lots AS (
            UPDATE saleor_loyalty_lot l
                SET remaining = l.remaining - CASE WHEN p_hold THEN 0 ELSE t.points END,
                    held = l.held + CASE WHEN p_hold THEN t.points ELSE 0 END,
                    open = p_hold OR l.remaining > t.points
                FROM taken t WHERE l.account_id = p_account AND l.seq = t.seq
        ), uses AS (
            INSERT INTO saleor_loyalty_lotuse (account_id, entry_seq, lot_seq, remaining, held)
                SELECT p_account, p_entry_seq, seq, CASE WHEN p_hold THEN 0 ELSE -points END,
                       CASE WHEN p_hold THEN points ELSE 0 END
                FROM taken
        )
        SELECT coalesce(sum(points), 0) INTO v_taken FROM taken;
        v_left := v_left - v_taken;
        EXIT WHEN v_left = 0 OR v_taken = 0;
    END LOOP;
    RETURN p_amount - v_left;
END $$;


-- What is there pays what is owed.
CREATE FUNCTION saleor_loyalty_pay_debt(p_account bigint, p_now timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    v_points bigint;
    v_entry saleor_loyalty_entry;
BEGIN
    SELECT least(available, debt) INTO v_points
        FROM saleor_loyalty_account WHERE id = p_account;
    IF v_points > 0 THEN
        v_entry := saleor_loyalty_write(
            p_account, 10::smallint, -v_points, 0, 0, -v_points, NULL, 0, 'debt', p_now, NULL
        );
        IF saleor_loyalty_take(p_account, v_entry.seq, v_points) <> v_points THEN
            RAISE EXCEPTION 'account % says more is available than its lots hold', p_account;
        END IF;
    END IF;
END $$;


-- Brings accounts up to a moment: what is due matures and pays what is owed, then what is due
-- expires. One entry for each lot. Points held stay until their hold ends. The caller holds the
-- accounts' locks and names each account once; p_data goes with what expires.
CREATE FUNCTION saleor_loyalty_settle(
    p_accounts bigint[], p_now timestamptz, p_data jsonb DEFAULT NULL
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    v_lot record;
BEGIN
    -- Small questions, each with its index: nearly always nothing is due.
    IF NOT EXISTS (
        SELECT FROM saleor_loyalty_lot
        WHERE account_id = ANY (p_accounts) AND open AND NOT pending AND expires_at <= p_now
            AND remaining > held
    ) AND NOT (
        EXISTS (
            SELECT FROM saleor_loyalty_account WHERE id = ANY (p_accounts) AND pending > 0
        ) AND EXISTS (
            SELECT FROM saleor_loyalty_lot
            WHERE account_id = ANY (p_accounts) AND open AND pending AND matures_at <= p_now
        )
    ) THEN
        RETURN;
    END IF;

    -- Accounts in debt are few: lot by lot, in the order of time.
    FOR v_lot IN
        SELECT l.account_id, l.seq, l.remaining, l.matures_at
        FROM saleor_loyalty_lot l JOIN saleor_loyalty_account a ON a.id = l.account_id
        WHERE l.account_id = ANY (p_accounts) AND a.debt > 0
            AND l.open AND l.pending AND l.matures_at <= p_now
        ORDER BY l.account_id, l.matures_at, l.seq
    LOOP
        UPDATE saleor_loyalty_lot SET pending = FALSE
            WHERE account_id = v_lot.account_id AND seq = v_lot.seq;
        PERFORM saleor_loyalty_write(
            v_lot.account_id, 2::smallint, v_lot.remaining, -v_lot.remaining, 0, 0, NULL, 0,
            'maturity', v_lot.matures_at, NULL, NULL, v_lot.seq
        );
        PERFORM saleor_loyalty_pay_debt(v_lot.account_id, v_lot.matures_at);
    END LOOP;

    -- OFFSET 0: account by account through its own open lots, however many accounts there are. The
    -- accounts are read where the lots are, before they are updated: joined later, a plan made for
    -- few rows would compare each with each.
    WITH due AS (
        SELECT l.account_id, l.seq, l.remaining AS points, l.matures_at,
               a.seq + row_number() OVER w AS entry_seq, row_number() OVER w AS number,
               a.available - a.debt + sum(l.remaining) OVER w AS balance,
               sum(l.remaining) OVER w AS running
        FROM unnest(p_accounts) AS mine (id)
        JOIN saleor_loyalty_account a ON a.id = mine.id
        CROSS JOIN LATERAL (
            SELECT * FROM saleor_loyalty_lot
            WHERE account_id = mine.id AND open AND pending AND matures_at <= p_now OFFSET 0
        ) l
        WINDOW w AS (PARTITION BY l.account_id ORDER BY l.matures_at, l.seq)
    ), sums AS (
        SELECT account_id, max(number) AS entries, max(running)::bigint AS points
        FROM due GROUP BY account_id
    ), accounts AS (
        UPDATE saleor_loyalty_account a
            SET seq = a.seq + s.entries, available = a.available + s.points,
                pending = a.pending - s.points
            FROM sums s WHERE a.id = s.account_id
    ), lots AS (
        UPDATE saleor_loyalty_lot l SET pending = FALSE
            FROM due d WHERE l.account_id = d.account_id AND l.seq = d.seq
    )
    INSERT INTO saleor_loyalty_entry (
        account_id, seq, kind, available, pending, held, debt, balance, lot_seq, key, digest,
        source, occurred_at
    )
    SELECT account_id, entry_seq, 2, points, -points, 0, 0, balance, seq,
           saleor_loyalty_own_key(account_id, entry_seq), 0, 'maturity', matures_at
    FROM due;

    WITH due AS (
        SELECT l.account_id, l.seq, l.remaining - l.held AS points, l.expires_at,
               a.seq + row_number() OVER w AS entry_seq, row_number() OVER w AS number,
               a.available - a.debt - sum(l.remaining - l.held) OVER w AS balance,
               sum(l.remaining - l.held) OVER w AS running
        FROM unnest(p_accounts) AS mine (id)
        JOIN saleor_loyalty_account a ON a.id = mine.id
        CROSS JOIN LATERAL (
            SELECT * FROM saleor_loyalty_lot
            WHERE account_id = mine.id AND open AND NOT pending AND expires_at <= p_now
                AND remaining > held OFFSET 0
        ) l
        WINDOW w AS (PARTITION BY l.account_id ORDER BY l.expires_at, l.seq)
    ), sums AS (
        SELECT account_id, max(number) AS entries, max(running)::bigint AS points
        FROM due GROUP BY account_id
    ), accounts AS (
        UPDATE saleor_loyalty_account a
            SET seq = a.seq + s.entries, available = a.available - s.points
            FROM sums s WHERE a.id = s.account_id
    ), lots AS (
        UPDATE saleor_loyalty_lot l
            SET remaining = l.held, open = l.held > 0, lapsed = l.lapsed + d.points
            FROM due d WHERE l.account_id = d.account_id AND l.seq = d.seq
    )
    INSERT INTO saleor_loyalty_entry (
        account_id, seq, kind, available, pending, held, debt, balance, lot_seq, key, digest,
        source, occurred_at, data
    )
    SELECT account_id, entry_seq, 9, -points, 0, 0, 0, balance, seq,
           saleor_loyalty_own_key(account_id, entry_seq), 0, 'expiry', expires_at, p_data
    FROM due;
END $$;


-- The nightly sweep: settles up to p_limit accounts that have something due, locked in order.
-- Returns how many accounts it settled; 0 says that nothing is left to do.
CREATE FUNCTION saleor_loyalty_settle_due(p_now timestamptz, p_limit integer)
RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    v_accounts bigint[];
BEGIN
    SELECT array_agg(account_id ORDER BY account_id) INTO v_accounts FROM (
        SELECT DISTINCT account_id FROM (
            (SELECT account_id FROM saleor_loyalty_lot
                WHERE open AND expires_at <= p_now AND NOT pending AND remaining > held
                ORDER BY expires_at LIMIT p_limit)
            UNION ALL
            (SELECT account_id FROM saleor_loyalty_lot
                WHERE open AND pending AND matures_at <= p_now
                ORDER BY matures_at LIMIT p_limit)
        ) due LIMIT p_limit
    ) accounts;
    IF v_accounts IS NULL THEN
        RETURN 0;
    END IF;
    PERFORM FROM saleor_loyalty_account WHERE id = ANY (v_accounts)
        ORDER BY id FOR NO KEY UPDATE;
    PERFORM saleor_loyalty_settle(v_accounts, p_now);
    RETURN cardinality(v_accounts);
END $$;


CREATE FUNCTION saleor_loyalty_credit(
    p_account bigint, p_kind smallint, p_amount bigint,
    p_key uuid, p_digest bigint, p_source text, p_occurred_at timestamptz, p_data jsonb,
    p_pending boolean, p_matures_at timestamptz, p_expires_at timestamptz,
    p_worth_points bigint, p_worth_minor bigint, p_worth_currency text, p_now timestamptz
) RETURNS saleor_loyalty_entry LANGUAGE plpgsql AS $$
DECLARE
    v_account saleor_loyalty_account;
    v_entry saleor_loyalty_entry;
BEGIN
    v_account := saleor_loyalty_lock(p_account);
    v_entry := saleor_loyalty_replay(p_account, p_key, p_digest);
    IF v_entry.seq IS NOT NULL THEN
        RETURN v_entry;
    END IF;
    IF v_account.closed THEN
        RAISE EXCEPTION 'account % was merged into another', p_account USING ERRCODE = 'LY008';
    END IF;
    IF v_account.debt > 0 THEN
        PERFORM saleor_loyalty_settle(ARRAY[p_account], p_now);
    END IF;
    v_entry := saleor_loyalty_write(
        p_account, p_kind,
        CASE WHEN p_pending THEN 0 ELSE p_amount END,
        CASE WHEN p_pending THEN p_amount ELSE 0 END, 0, 0,
        p_key, p_digest, p_source, p_occurred_at, p_data
    );
    INSERT INTO saleor_loyalty_lot (
        account_id, seq, amount, remaining, pending, matures_at, expires_at, earned_at, origin,
        worth_points, worth_minor, worth_currency
    ) VALUES (
        p_account, v_entry.seq, p_amount, p_amount, p_pending, p_matures_at, p_expires_at,
        p_occurred_at, p_key, p_worth_points, p_worth_minor, p_worth_currency
    );
    IF v_account.debt > 0 THEN
        PERFORM saleor_loyalty_pay_debt(p_account, p_now);
        PERFORM saleor_loyalty_settle(ARRAY[p_account], p_now);
    END IF;
    RETURN v_entry;
END $$;


-- Many credits at once, for imports and for workers that drain the inbox. The same rules as
-- saleor_loyalty_credit, set-based. Returns how many were new. No key may be there twice.
CREATE FUNCTION saleor_loyalty_credit_many(
    p_accounts bigint[], p_kinds smallint[], p_amounts bigint[],
    p_keys uuid[], p_digests bigint[], p_sources text[], p_occurred_at timestamptz[],
    p_data jsonb[], p_pending boolean[], p_matures_at timestamptz[], p_expires_at timestamptz[],
    p_worth_points bigint[], p_worth_minor bigint[], p_worth_currency text[],
    p_now timestamptz
) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    v_new integer;
    v_account bigint;
    v_owing bigint[];
    v_clash text;
BEGIN
    PERFORM FROM saleor_loyalty_account WHERE id = ANY (p_accounts)
        ORDER BY id FOR NO KEY UPDATE;
    SELECT e.source INTO v_clash
        FROM unnest(p_accounts, p_keys, p_digests) AS w (account_id, key, digest)
        JOIN saleor_loyalty_entry e ON e.key = w.key
        WHERE e.digest <> w.digest OR e.account_id <> w.account_id LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'the source key % was used for something else', v_clash
            USING ERRCODE = 'LY002';
    END IF;
    SELECT w INTO v_account FROM unnest(p_accounts) AS w
        WHERE NOT EXISTS (SELECT FROM saleor_loyalty_account a WHERE a.id = w) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'no account %', v_account USING ERRCODE = 'LY004';
    END IF;
    SELECT a.id INTO v_account
        FROM unnest(p_accounts, p_keys) AS w (account_id, key)
        JOIN saleor_loyalty_account a ON a.id = w.account_id
        WHERE a.closed AND NOT EXISTS (SELECT FROM saleor_loyalty_entry e WHERE e.key = w.key)
        LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'account % was merged into another', v_account USING ERRCODE = 'LY008';
    END IF;
    SELECT array_agg(id ORDER BY id) INTO v_owing FROM saleor_loyalty_account
        WHERE id = ANY (p_accounts) AND debt > 0;
    IF v_owing IS NOT NULL THEN
        PERFORM saleor_loyalty_settle(v_owing, p_now);
    END IF;

    WITH wanted AS (
        SELECT w.*, a.seq + row_number() OVER win AS seq,
               a.available - a.debt + sum(CASE WHEN w.pending THEN 0 ELSE w.amount END) OVER win
                   AS balance
        FROM unnest(
            p_accounts, p_kinds, p_amounts, p_keys, p_digests, p_sources, p_occurred_at, p_data,
            p_pending, p_matures_at, p_expires_at, p_worth_points, p_worth_minor,
            p_worth_currency
        ) WITH ORDINALITY AS w (
            account_id, kind, amount, key, digest, source, occurred_at, data, pending, matures_at,
            expires_at, worth_points, worth_minor, worth_currency, position
        )
        JOIN saleor_loyalty_account a ON a.id = w.account_id
        WHERE NOT EXISTS (SELECT FROM saleor_loyalty_entry e WHERE e.key = w.key)
        WINDOW win AS (PARTITION BY w.account_id ORDER BY w.position)
    ), accounts AS (
        UPDATE saleor_loyalty_account a
            SET seq = a.seq + s.entries, available = a.available + s.available,
                pending = a.pending + s.pending
            FROM (
                SELECT account_id, count(*) AS entries,
                       coalesce(sum(amount) FILTER (WHERE NOT wanted.pending), 0)::bigint
                           AS available,
                       coalesce(sum(amount) FILTER (WHERE wanted.pending), 0)::bigint AS pending
                FROM wanted GROUP BY account_id
            ) s
            WHERE a.id = s.account_id
    ), entries AS (
        INSERT INTO saleor_loyalty_entry (
            account_id, seq, kind, available, pending, held, debt, balance, key, digest, source,
            occurred_at, data
        )
        SELECT account_id, seq, kind, CASE WHEN pending THEN 0 ELSE amount END,
               CASE WHEN pending THEN amount ELSE 0 END, 0, 0, balance, key, digest, source,
               occurred_at, data
        FROM wanted
    )
    INSERT INTO saleor_loyalty_lot (
        account_id, seq, amount, remaining, pending, matures_at, expires_at, earned_at, origin,
        worth_points, worth_minor, worth_currency
    )
    SELECT account_id, seq, amount, amount, pending, matures_at, expires_at, occurred_at, key,
           worth_points, worth_minor, worth_currency
    FROM wanted;
    GET DIAGNOSTICS v_new = ROW_COUNT;

    IF v_owing IS NOT NULL THEN
        FOREACH v_account IN ARRAY v_owing LOOP
            PERFORM saleor_loyalty_pay_debt(v_account, p_now);
        END LOOP;
        PERFORM saleor_loyalty_settle(v_owing, p_now);
    END IF;
    RETURN v_new;
END $$;


-- Says when a pending lot becomes available, its event having come (fulfilment, confirmed
-- delivery); never later than was said before. Returns how many lots this moved.
CREATE FUNCTION saleor_loyalty_mature(
    p_account bigint, p_origin uuid, p_at timestamptz, p_now timestamptz
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_lots bigint;
BEGIN
    PERFORM saleor_loyalty_lock(p_account);
    PERFORM saleor_loyalty_settle(ARRAY[p_account], p_now);
    UPDATE saleor_loyalty_lot SET matures_at = p_at
        WHERE account_id = p_account AND open AND pending AND origin = p_origin
            AND (matures_at IS NULL OR matures_at > p_at);
    GET DIAGNOSTICS v_lots = ROW_COUNT;
    IF v_lots > 0 THEN
        PERFORM saleor_loyalty_settle(ARRAY[p_account], p_now);
    END IF;
    RETURN v_lots;
END $$;


CREATE FUNCTION saleor_loyalty_spend(
    p_account bigint, p_kind smallint, p_amount bigint,
    p_key uuid, p_digest bigint, p_source text, p_now timestamptz, p_data jsonb
) RETURNS saleor_loyalty_entry LANGUAGE plpgsql AS $$
DECLARE
    v_account saleor_loyalty_account;
    v_entry saleor_loyalty_entry;
    v_available bigint;
BEGIN
    v_account := saleor_loyalty_lock(p_account);
    v_entry := saleor_loyalty_replay(p_account, p_key, p_digest);
    IF v_entry.seq IS NOT NULL THEN
        RETURN v_entry;
    END IF;
    IF v_account.closed THEN
        RAISE EXCEPTION 'account % was merged into another', p_account USING ERRCODE = 'LY008';
    END IF;
    IF v_account.unit = 2 AND p_kind = 3 THEN
        RAISE EXCEPTION 'growth is never spent' USING ERRCODE = 'LY007';
    END IF;
    PERFORM saleor_loyalty_settle(ARRAY[p_account], p_now);
    SELECT available INTO v_available FROM saleor_loyalty_account WHERE id = p_account;
    IF v_available < p_amount THEN
        RAISE EXCEPTION 'only % of % points are there', v_available, p_amount
            USING ERRCODE = 'LY001';
    END IF;
    v_entry := saleor_loyalty_write(
        p_account, p_kind, -p_amount, 0, 0, 0, p_key, p_digest, p_source, p_now, p_data
    );
    IF saleor_loyalty_take(p_account, v_entry.seq, p_amount) <> p_amount THEN
        RAISE EXCEPTION 'account % says more is available than its lots hold', p_account;
    END IF;
    RETURN v_entry;
END $$;


CREATE FUNCTION saleor_loyalty_hold(
    p_account bigint, p_amount bigint, p_key uuid, p_digest bigint, p_source text,
    p_subject text, p_expires_at timestamptz, p_now timestamptz, p_data jsonb
) RETURNS saleor_loyalty_hold LANGUAGE plpgsql AS $$
DECLARE
    v_account saleor_loyalty_account;
    v_entry saleor_loyalty_entry;
    v_hold saleor_loyalty_hold;
    v_available bigint;
BEGIN
    v_account := saleor_loyalty_lock(p_account);
    v_entry := saleor_loyalty_replay(p_account, p_key, p_digest);
    IF v_entry.seq IS NOT NULL THEN
        SELECT * INTO v_hold FROM saleor_loyalty_hold WHERE key = p_key;
        RETURN v_hold;
    END IF;
    IF v_account.closed THEN
        RAISE EXCEPTION 'account % was merged into another', p_account USING ERRCODE = 'LY008';
    END IF;
    IF v_account.unit = 2 THEN
        RAISE EXCEPTION 'growth is never spent' USING ERRCODE = 'LY007';
    END IF;
    PERFORM saleor_loyalty_settle(ARRAY[p_account], p_now);
    SELECT available INTO v_available FROM saleor_loyalty_account WHERE id = p_account;
    IF v_available < p_amount THEN
        RAISE EXCEPTION 'only % of % points are there', v_available, p_amount
            USING ERRCODE = 'LY001';
    END IF;
    v_entry := saleor_loyalty_write(
        p_account, 4::smallint, -p_amount, 0, p_amount, 0, p_key, p_digest, p_source, p_now,
        p_data
    );
    IF saleor_loyalty_take(p_account, v_entry.seq, p_amount, TRUE) <> p_amount THEN
        RAISE EXCEPTION 'account % says more is available than its lots hold', p_account;
    END IF;
    INSERT INTO saleor_loyalty_hold (account_id, key, entry_seq, subject, amount, expires_at)
        VALUES (p_account, p_key, v_entry.seq, p_subject, p_amount, p_expires_at)
        RETURNING * INTO v_hold;
    RETURN v_hold;
END $$;


-- Ends a hold: p_capture of its points are spent, the rest is available again. The points that
-- would have stayed longest are the ones given back.
CREATE FUNCTION saleor_loyalty_end_hold(
    p_hold bigint, p_capture bigint, p_key uuid, p_digest bigint, p_source text,
    p_now timestamptz, p_data jsonb
) RETURNS saleor_loyalty_hold LANGUAGE plpgsql AS $$
DECLARE
    v_hold saleor_loyalty_hold;
    v_entry saleor_loyalty_entry;
    v_release bigint;
BEGIN
    SELECT * INTO v_hold FROM saleor_loyalty_hold WHERE id = p_hold;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no hold %', p_hold USING ERRCODE = 'LY003';
    END IF;
    PERFORM saleor_loyalty_lock(v_hold.account_id);
    SELECT * INTO v_hold FROM saleor_loyalty_hold WHERE id = p_hold;
    v_entry := saleor_loyalty_replay(v_hold.account_id, p_key, p_digest);
    IF v_entry.seq IS NOT NULL THEN
        RETURN v_hold;
    END IF;
    IF v_hold.status <> 1 THEN
        RAISE EXCEPTION 'hold % is not open', p_hold USING ERRCODE = 'LY003';
    END IF;
    IF p_capture < 0 OR p_capture > v_hold.amount THEN
        RAISE EXCEPTION 'only % points are held', v_hold.amount USING ERRCODE = 'LY001';
    END IF;
    v_release := v_hold.amount - p_capture;
    PERFORM saleor_loyalty_settle(ARRAY[v_hold.account_id], p_now);

    IF p_capture > 0 THEN
        v_entry := saleor_loyalty_write(
            v_hold.account_id, 6::smallint, 0, 0, -p_capture, 0, p_key, p_digest, p_source,
            p_now, p_data, v_hold.entry_seq
        );
        v_hold.capture_seq := v_entry.seq;
        PERFORM saleor_loyalty_unhold(v_hold, v_entry.seq, 0, p_capture, TRUE);
    END IF;
    IF v_release > 0 THEN
        v_entry := saleor_loyalty_write(
            v_hold.account_id, 5::smallint, v_release, 0, -v_release, 0,
            CASE WHEN p_capture > 0 THEN NULL ELSE p_key END,
            CASE WHEN p_capture > 0 THEN 0 ELSE p_digest END, p_source, p_now, p_data,
            v_hold.entry_seq
        );
        PERFORM saleor_loyalty_unhold(v_hold, v_entry.seq, p_capture, v_hold.amount, FALSE);
        PERFORM saleor_loyalty_pay_debt(v_hold.account_id, p_now);
        PERFORM saleor_loyalty_settle(ARRAY[v_hold.account_id], p_now);
    END IF;
    UPDATE saleor_loyalty_hold
        SET status = CASE WHEN p_capture > 0 THEN 2 ELSE 3 END, captured = p_capture,
            capture_seq = v_hold.capture_seq
        WHERE id = p_hold RETURNING * INTO v_hold;
    RETURN v_hold;
END $$;


-- Lets go of the points p_from (exclusive) to p_to of a hold, counted in the order its lots were
-- taken; p_spend says whether they leave the lots as well.
CREATE FUNCTION saleor_loyalty_unhold(
    p_hold saleor_loyalty_hold, p_entry_seq bigint, p_from bigint, p_to bigint, p_spend boolean
) RETURNS void LANGUAGE sql AS $$
    WITH held AS (
        SELECT u.lot_seq, u.held AS points,
               sum(u.held) OVER (ORDER BY l.expires_at NULLS LAST, l.earned_at, l.seq) AS running
        FROM saleor_loyalty_lotuse u
        JOIN saleor_loyalty_lot l ON l.account_id = u.account_id AND l.seq = u.lot_seq
        WHERE u.account_id = p_hold.account_id AND u.entry_seq = p_hold.entry_seq
    ), part AS (
        SELECT lot_seq,
               (least(running, p_to) - greatest(running - points, p_from))::bigint AS points
        FROM held WHERE running > p_from AND running - points < p_to
    ), lots AS (
        UPDATE saleor_loyalty_lot l
            SET held = l.held - p.points,
                remaining = l.remaining - CASE WHEN p_spend THEN p.points ELSE 0 END,
                open = l.remaining > CASE WHEN p_spend THEN p.points ELSE 0 END
            FROM part p WHERE l.account_id = p_hold.account_id AND l.seq = p.lot_seq
    )
    INSERT INTO saleor_loyalty_lotuse (account_id, entry_seq, lot_seq, remaining, held)
        SELECT p_hold.account_id, p_entry_seq, lot_seq,
               CASE WHEN p_spend THEN -points ELSE 0 END, -points
        FROM part
$$;


-- Gives spent points back to the lots they came from, the longest-living first. A lot that has
-- expired meanwhile: its points move to a new lot until p_extend_until, or, where that is null,
-- expire at once; either way an entry says so.
CREATE FUNCTION saleor_loyalty_restore(
    p_account bigint, p_spend_seq bigint, p_amount bigint,
    p_key uuid, p_digest bigint, p_source text, p_now timestamptz, p_data jsonb,
    p_extend_until timestamptz
) RETURNS saleor_loyalty_entry LANGUAGE plpgsql AS $$
DECLARE
    v_entry saleor_loyalty_entry;
    v_extension saleor_loyalty_entry;
    v_restored bigint;
    v_lot record;
BEGIN
    PERFORM saleor_loyalty_lock(p_account);
    v_entry := saleor_loyalty_replay(p_account, p_key, p_digest);
    IF v_entry.seq IS NOT NULL THEN
        RETURN v_entry;
    END IF;
    PERFORM saleor_loyalty_settle(ARRAY[p_account], p_now);
    v_entry := saleor_loyalty_write(
        p_account, 7::smallint, p_amount, 0, 0, 0, p_key, p_digest, p_source, p_now, p_data,
        p_spend_seq
    );
    WITH story AS (
        SELECT seq FROM saleor_loyalty_entry
            WHERE account_id = p_account AND seq = p_spend_seq AND kind IN (3, 6, 11)
        UNION ALL
        SELECT seq FROM saleor_loyalty_entry
            WHERE account_id = p_account AND seq > p_spend_seq AND kind = 7
                AND ref_seq = p_spend_seq
    ), spent AS (
        SELECT u.lot_seq, -sum(u.remaining) AS points
        FROM saleor_loyalty_lotuse u JOIN story ON story.seq = u.entry_seq
        WHERE u.account_id = p_account
        GROUP BY u.lot_seq HAVING sum(u.remaining) < 0
    ), ordered AS (
        SELECT s.lot_seq, s.points,
               sum(s.points) OVER (
                   ORDER BY l.expires_at DESC NULLS FIRST, l.earned_at DESC, l.seq DESC
               ) AS running
        FROM spent s
        JOIN saleor_loyalty_lot l ON l.account_id = p_account AND l.seq = s.lot_seq
    ), back AS (
        SELECT lot_seq, least(points, p_amount - (running - points))::bigint AS points
        FROM ordered WHERE running - points < p_amount
    ), lots AS (
        UPDATE saleor_loyalty_lot l SET remaining = l.remaining + b.points, open = TRUE
            FROM back b WHERE l.account_id = p_account AND l.seq = b.lot_seq
    ), uses AS (
        INSERT INTO saleor_loyalty_lotuse (account_id, entry_seq, lot_seq, remaining, held)
            SELECT p_account, v_entry.seq, lot_seq, points, 0 FROM back
    )
    SELECT coalesce(sum(points), 0) INTO v_restored FROM back;
    IF v_restored <> p_amount THEN
        RAISE EXCEPTION 'only % points of that spending are left to give back', v_restored
            USING ERRCODE = 'LY005';
    END IF;

    IF p_extend_until IS NOT NULL THEN
        FOR v_lot IN
            SELECT l.*, u.remaining AS points
            FROM saleor_loyalty_lotuse u
            JOIN saleor_loyalty_lot l ON l.account_id = u.account_id AND l.seq = u.lot_seq
            WHERE u.account_id = p_account AND u.entry_seq = v_entry.seq
                AND l.expires_at <= p_now
            ORDER BY l.seq
        LOOP
            v_extension := saleor_loyalty_write(
                p_account, 14::smallint, 0, 0, 0, 0, NULL, 0, 'extension', p_now,
                jsonb_build_object('reason', 'extended_after_refund', 'points', v_lot.points),
                v_entry.seq, v_lot.seq
            );
            UPDATE saleor_loyalty_lot
                SET remaining = remaining - v_lot.points, open = remaining > v_lot.points
                WHERE account_id = p_account AND seq = v_lot.seq;
            INSERT INTO saleor_loyalty_lotuse (account_id, entry_seq, lot_seq, remaining, held)
                VALUES (p_account, v_extension.seq, v_lot.seq, -v_lot.points, 0);
            INSERT INTO saleor_loyalty_lot (
                account_id, seq, amount, remaining, pending, expires_at, earned_at, origin,
                worth_points, worth_minor, worth_currency
            ) VALUES (
                p_account, v_extension.seq, v_lot.points, v_lot.points, FALSE, p_extend_until,
                v_lot.earned_at, v_lot.origin, v_lot.worth_points, v_lot.worth_minor,
                v_lot.worth_currency
            );
        END LOOP;
    END IF;
    PERFORM saleor_loyalty_pay_debt(p_account, p_now);
    PERFORM saleor_loyalty_settle(ARRAY[p_account], p_now);
    RETURN v_entry;
END $$;


-- Lets what has not expired yet live until p_until (null: for good): one lot, or all that end
-- before p_before (null: all). Nothing ends sooner by it. The entry names each lot and its old end.
CREATE FUNCTION saleor_loyalty_extend(
    p_account bigint, p_lot bigint, p_before timestamptz, p_until timestamptz,
    p_key uuid, p_digest bigint, p_source text, p_now timestamptz, p_data jsonb
) RETURNS saleor_loyalty_entry LANGUAGE plpgsql AS $$
DECLARE
    v_account saleor_loyalty_account;
    v_entry saleor_loyalty_entry;
    v_seqs bigint[];
    v_lots jsonb;
    v_points bigint;
BEGIN
    v_account := saleor_loyalty_lock(p_account);
    v_entry := saleor_loyalty_replay(p_account, p_key, p_digest);
    IF v_entry.seq IS NOT NULL THEN
        RETURN v_entry;
    END IF;
    IF v_account.closed THEN
        RAISE EXCEPTION 'account % was merged into another', p_account USING ERRCODE = 'LY008';
    END IF;
    PERFORM saleor_loyalty_settle(ARRAY[p_account], p_now);
    SELECT array_agg(seq), sum(remaining),
           jsonb_agg(jsonb_build_object('lot', seq, 'expires_at', expires_at) ORDER BY seq)
        INTO v_seqs, v_points, v_lots
        FROM saleor_loyalty_lot
        WHERE account_id = p_account AND open AND expires_at > p_now
            AND seq = coalesce(p_lot, seq) AND expires_at < coalesce(p_before, 'infinity')
            AND expires_at < coalesce(p_until, 'infinity');
    IF v_seqs IS NULL THEN
        RAISE EXCEPTION 'nothing of account % would expire sooner', p_account
            USING ERRCODE = 'LY009';
    END IF;
    v_entry := saleor_loyalty_write(
        p_account, 14::smallint, 0, 0, 0, 0, p_key, p_digest, p_source, p_now,
        coalesce(p_data, '{}') || jsonb_build_object(
            'points', v_points, 'until', p_until, 'lots', v_lots
        ), NULL, p_lot
    );
    UPDATE saleor_loyalty_lot SET expires_at = p_until
        WHERE account_id = p_account AND seq = ANY (v_seqs);
    RETURN v_entry;
END $$;


-- Which of the accounts have usable points and were not touched since then: nothing earned,
-- matured, spent, set aside, adjusted, moved in or extended.
CREATE FUNCTION saleor_loyalty_inactive(
    p_from bigint, p_to bigint, p_since timestamptz
) RETURNS bigint[] LANGUAGE sql STABLE AS $$
    SELECT array_agg(a.id ORDER BY a.id) FROM saleor_loyalty_account a
    WHERE a.id BETWEEN p_from AND p_to AND a.unit = 1 AND a.available > 0 AND a.held = 0
        AND NOT a.closed AND NOT EXISTS (
            SELECT FROM saleor_loyalty_entry e
            WHERE e.account_id = a.id AND e.occurred_at >= p_since
                AND e.kind IN (1, 2, 3, 4, 6, 11, 13, 14)
        )
$$;


-- Ends at p_now all usable points of the accounts that are inactive, of the p_limit accounts after
-- p_after. Answers the last account it looked at, null where there was none, and how many it ended.
-- An account that is touched in the same moment is locked by whoever is first: asked again then.
CREATE FUNCTION saleor_loyalty_expire_inactive(
    p_now timestamptz, p_since timestamptz, p_after bigint, p_limit integer,
    OUT last bigint, OUT ended integer
) LANGUAGE plpgsql AS $$
DECLARE
    v_accounts bigint[];
BEGIN
    ended := 0;
    SELECT max(id) INTO last FROM (
        SELECT id FROM saleor_loyalty_account WHERE id > p_after ORDER BY id LIMIT p_limit
    ) page;
    v_accounts := saleor_loyalty_inactive(p_after + 1, last, p_since);
    IF v_accounts IS NULL THEN
        RETURN;
    END IF;
    PERFORM FROM saleor_loyalty_account WHERE id = ANY (v_accounts)
        ORDER BY id FOR NO KEY UPDATE;
    PERFORM saleor_loyalty_settle(v_accounts, p_now);
    SELECT array_agg(still) INTO v_accounts
        FROM unnest(saleor_loyalty_inactive(p_after + 1, last, p_since)) AS still
        WHERE still = ANY (v_accounts);
    IF v_accounts IS NULL THEN
        RETURN;
    END IF;
    UPDATE saleor_loyalty_lot SET expires_at = p_now
        WHERE account_id = ANY (v_accounts) AND open AND NOT pending
            AND coalesce(expires_at > p_now, TRUE);
    PERFORM saleor_loyalty_settle(v_accounts, p_now, '{"reason": "inactive"}');
    ended := cardinality(v_accounts);
END $$;


-- Takes back points of an award: from its own lots, then counts what of them expired (those are
-- gone already), then other lots in spending order, then debt - or, where the programme allows no
-- debt, a loss that the entry records.
CREATE FUNCTION saleor_loyalty_claw_back(
    p_account bigint, p_origin uuid, p_amount bigint,
    p_key uuid, p_digest bigint, p_source text, p_now timestamptz, p_data jsonb,
    p_allow_debt boolean
) RETURNS saleor_loyalty_entry LANGUAGE plpgsql AS $$
DECLARE
    v_account saleor_loyalty_account;
    v_entry saleor_loyalty_entry;
    v_lot record;
    v_left bigint := p_amount;
    v_points bigint;
    v_pending bigint := 0;
    v_own bigint := 0;
    v_lapsed bigint := 0;
    v_other bigint;
    v_debt bigint := 0;
    v_loss bigint := 0;
    v_lots bigint[] := '{}';
    v_takes bigint[] := '{}';
BEGIN
    v_account := saleor_loyalty_lock(p_account);
    v_entry := saleor_loyalty_replay(p_account, p_key, p_digest);
    IF v_entry.seq IS NOT NULL THEN
        RETURN v_entry;
    END IF;
    IF v_account.closed THEN
        RAISE EXCEPTION 'account % was merged into another', p_account USING ERRCODE = 'LY008';
    END IF;
    PERFORM saleor_loyalty_settle(ARRAY[p_account], p_now);

    FOR v_lot IN
        SELECT seq, pending, remaining - held AS free FROM saleor_loyalty_lot
        WHERE account_id = p_account AND open AND origin = p_origin AND remaining > held
        ORDER BY pending DESC, expires_at NULLS LAST, seq
    LOOP
        v_points := least(v_lot.free, v_left);
        EXIT WHEN v_points = 0;
        v_lots := v_lots || v_lot.seq;
        v_takes := v_takes || v_points;
        IF v_lot.pending THEN
            v_pending := v_pending + v_points;
        ELSE
            v_own := v_own + v_points;
        END IF;
        v_left := v_left - v_points;
    END LOOP;
    IF v_left > 0 THEN
        FOR v_lot IN
            SELECT seq, lapsed FROM saleor_loyalty_lot
            WHERE account_id = p_account AND origin = p_origin AND lapsed > 0 ORDER BY seq
        LOOP
            v_points := least(v_lot.lapsed, v_left);
            UPDATE saleor_loyalty_lot SET lapsed = lapsed - v_points
                WHERE account_id = p_account AND seq = v_lot.seq;
            v_lapsed := v_lapsed + v_points;
            v_left := v_left - v_points;
        END LOOP;
    END IF;
    SELECT least(available - v_own, v_left) INTO v_other
        FROM saleor_loyalty_account WHERE id = p_account;
    v_left := v_left - v_other;
    IF p_allow_debt THEN
        v_debt := v_left;
    ELSE
        v_loss := v_left;
    END IF;

    v_entry := saleor_loyalty_write(
        p_account, 8::smallint, -(v_own + v_other), -v_pending, 0, v_debt,
        p_key, p_digest, p_source, p_now,
        coalesce(p_data, '{}') || jsonb_build_object(
            'origin', p_origin, 'asked', p_amount, 'own', v_own + v_pending, 'lapsed', v_lapsed,
            'other', v_other, 'debt', v_debt, 'loss', v_loss
        )
    );
    WITH own AS (
        SELECT * FROM unnest(v_lots, v_takes) AS t (seq, points)
    ), lots AS (
        UPDATE saleor_loyalty_lot l
            SET remaining = l.remaining - o.points, open = l.remaining > o.points
            FROM own o WHERE l.account_id = p_account AND l.seq = o.seq
    )
    INSERT INTO saleor_loyalty_lotuse (account_id, entry_seq, lot_seq, remaining, held)
        SELECT p_account, v_entry.seq, seq, -points, 0 FROM own;
    -- The award's own lots hold nothing free by now where there is something left to take.
    IF v_other > 0
        AND saleor_loyalty_take(p_account, v_entry.seq, v_other) <> v_other THEN
        RAISE EXCEPTION 'account % says more is available than its lots hold', p_account;
    END IF;
    RETURN v_entry;
END $$;


-- Everything one account holds moves to another of the same unit, each lot with its maturity,
-- expiry, origin and worth; a debt moves too, and what a later claw-back may count as expired.
-- Refused while points are held. Returns how many points moved.
CREATE FUNCTION saleor_loyalty_merge(
    p_from bigint, p_to bigint, p_key uuid, p_digest bigint, p_source text, p_now timestamptz,
    p_data jsonb
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_from saleor_loyalty_account;
    v_to saleor_loyalty_account;
    v_out saleor_loyalty_entry;
    v_in saleor_loyalty_entry;
    v_lot saleor_loyalty_lot;
BEGIN
    PERFORM FROM saleor_loyalty_account WHERE id IN (p_from, p_to)
        ORDER BY id FOR NO KEY UPDATE;
    v_from := saleor_loyalty_lock(p_from);
    v_to := saleor_loyalty_lock(p_to);
    v_out := saleor_loyalty_replay(p_from, p_key, p_digest);
    IF v_out.seq IS NOT NULL THEN
        RETURN -(v_out.available + v_out.pending);
    END IF;
    IF p_from = p_to OR v_from.unit <> v_to.unit OR v_to.closed THEN
        RAISE EXCEPTION 'account % cannot be merged into %', p_from, p_to
            USING ERRCODE = 'LY007';
    END IF;
    PERFORM saleor_loyalty_settle(ARRAY[p_from, p_to], p_now);
    v_from := saleor_loyalty_lock(p_from);
    IF v_from.held > 0 THEN
        RAISE EXCEPTION 'account % has points set aside', p_from USING ERRCODE = 'LY003';
    END IF;
    UPDATE saleor_loyalty_account SET closed = TRUE WHERE id = p_from;
    v_out := saleor_loyalty_write(
        p_from, 12::smallint, -v_from.available, -v_from.pending, 0, -v_from.debt,
        p_key, p_digest, p_source, p_now, p_data
    );
    IF v_from.debt > 0 THEN
        PERFORM saleor_loyalty_write(
            p_to, 13::smallint, 0, 0, 0, v_from.debt, NULL, 0, p_source, p_now, p_data
        );
    END IF;
    FOR v_lot IN
        SELECT * FROM saleor_loyalty_lot
        WHERE account_id = p_from AND (open OR lapsed > 0) ORDER BY earned_at, seq
    LOOP
        UPDATE saleor_loyalty_lot SET remaining = 0, open = FALSE, lapsed = 0
            WHERE account_id = p_from AND seq = v_lot.seq;
        IF v_lot.open THEN
            INSERT INTO saleor_loyalty_lotuse (account_id, entry_seq, lot_seq, remaining, held)
                VALUES (p_from, v_out.seq, v_lot.seq, -v_lot.remaining, 0);
        END IF;
        v_in := saleor_loyalty_write(
            p_to, 13::smallint, CASE WHEN v_lot.pending THEN 0 ELSE v_lot.remaining END,
            CASE WHEN v_lot.pending THEN v_lot.remaining ELSE 0 END, 0, 0,
            NULL, 0, p_source, p_now, p_data
        );
        INSERT INTO saleor_loyalty_lot (
            account_id, seq, amount, remaining, lapsed, open, pending, matures_at, expires_at,
            earned_at, origin, worth_points, worth_minor, worth_currency
        ) VALUES (
            p_to, v_in.seq, v_lot.remaining, v_lot.remaining, v_lot.lapsed, v_lot.open,
            v_lot.pending, v_lot.matures_at, v_lot.expires_at, v_lot.earned_at, v_lot.origin,
            v_lot.worth_points, v_lot.worth_minor, v_lot.worth_currency
        );
    END LOOP;
    PERFORM saleor_loyalty_pay_debt(p_to, p_now);
    RETURN v_from.available + v_from.pending;
END $$;


-- The open lots of an account as settling would leave them, without settling: what of each is
-- free, what waits for its maturity, and what it pays of the debt when it matures.
CREATE FUNCTION saleor_loyalty_lots_at(p_account bigint, p_debt bigint, p_now timestamptz)
RETURNS TABLE (seq bigint, expires_at timestamptz, free bigint, waiting bigint, paid bigint)
LANGUAGE sql STABLE AS $$
    SELECT l.seq, l.expires_at,
           CASE WHEN due.waits OR l.expires_at <= p_now THEN 0
               ELSE l.remaining - l.held - due.paid END,
           CASE WHEN due.waits THEN l.remaining ELSE 0 END,
           due.paid
    FROM saleor_loyalty_lot l CROSS JOIN LATERAL (
        SELECT l.pending AND coalesce(l.matures_at > p_now, TRUE) AS waits,
               CASE WHEN p_debt > 0 AND l.pending AND l.matures_at <= p_now THEN (
                   SELECT least(l.remaining, greatest(0, p_debt - coalesce(sum(e.remaining), 0)))
                   FROM saleor_loyalty_lot e
                   WHERE e.account_id = p_account AND e.open AND e.pending
                       AND (e.matures_at, e.seq) < (l.matures_at, l.seq)
               )::bigint ELSE 0 END AS paid
    ) due
    WHERE l.account_id = p_account AND l.open
$$;


-- History is not rewritten. TRUNCATE is refused too, unless a session says that it empties a
-- database on purpose (tests do).
CREATE FUNCTION saleor_loyalty_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE'
        AND current_setting('saleor_loyalty.allow_truncate', TRUE) = 'on' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'LY006';
END $$;
CREATE TRIGGER saleor_loyalty_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON saleor_loyalty_entry
    FOR EACH STATEMENT EXECUTE FUNCTION saleor_loyalty_refuse_change();
CREATE TRIGGER saleor_loyalty_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON saleor_loyalty_lotuse
    FOR EACH STATEMENT EXECUTE FUNCTION saleor_loyalty_refuse_change();
CREATE TRIGGER saleor_loyalty_no_delete
    BEFORE DELETE OR TRUNCATE ON saleor_loyalty_lot
    FOR EACH STATEMENT EXECUTE FUNCTION saleor_loyalty_refuse_change();

-- What a copy of the template holds, and a function that makes it hold just that again.

CREATE SCHEMA kept;

-- Any change of the schema changes it.
CREATE FUNCTION kept.catalogue() RETURNS text LANGUAGE sql AS $$
    WITH ours AS (SELECT oid, xmin FROM pg_class WHERE relnamespace = 'public'::regnamespace)
    SELECT concat_ws(
        ' ',
        (SELECT count(*) || ':' || sum(oid::bigint + 7 * xmin::text::bigint) FROM ours),
        (SELECT count(*) || ':' || sum(xmin::text::bigint) FROM pg_attribute
            WHERE attrelid IN (SELECT oid FROM ours)),
        (SELECT count(*) || ':' || sum(xmin::text::bigint) FROM pg_constraint),
        (SELECT count(*) || ':' || sum(xmin::text::bigint) FROM pg_trigger),
        (SELECT count(*) || ':' || sum(xmin::text::bigint) FROM pg_proc
            WHERE pronamespace = 'public'::regnamespace)
    )
$$;

CREATE FUNCTION kept.sum_of(kept_table regclass) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
    found numeric;
BEGIN
    EXECUTE format(
        'SELECT coalesce(sum(hashtextextended(kept_row::text, 0)), 0) FROM %s AS kept_row', kept_table
    ) INTO found;
    RETURN found;
END $$;

CREATE FUNCTION kept.filled() RETURNS SETOF regclass LANGUAGE sql AS $$
    SELECT oid::regclass FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0
$$;

CREATE TABLE kept.tables (original regclass PRIMARY KEY, rows_sum numeric, copy text);
CREATE TABLE kept.numbers AS
    SELECT format('%I.%I', schemaname, sequencename)::regclass AS sequence, start_value, last_value
    FROM pg_sequences WHERE schemaname = 'public';

DO $$
DECLARE
    original regclass;
    copy text;
BEGIN
    FOR original IN SELECT kept.filled() LOOP
        copy := format('kept.of_%s', original::oid);
        EXECUTE format('CREATE TABLE %s AS TABLE %s', copy, original);
        INSERT INTO kept.tables VALUES (original, kept.sum_of(original), copy);
    END LOOP;
END $$;

CREATE TABLE kept.before AS SELECT kept.catalogue();

-- False: the schema is another.
CREATE FUNCTION kept.put_back() RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    changed regclass;
    kept_copy text;
BEGIN
    IF kept.catalogue() <> (SELECT catalogue FROM kept.before) THEN
        RETURN false;
    END IF;
    -- As a replica no trigger runs: no foreign key is checked, no entry refuses to be deleted.
    PERFORM set_config('session_replication_role', 'replica', true);
    FOR changed, kept_copy IN
        SELECT filled, tables.copy FROM kept.filled() AS filled
        LEFT JOIN kept.tables ON original = filled
        WHERE original IS NULL OR rows_sum <> kept.sum_of(original)
    LOOP
        EXECUTE format('DELETE FROM %s', changed);
        IF kept_copy IS NOT NULL THEN
            EXECUTE format(
                'INSERT INTO %s OVERRIDING SYSTEM VALUE TABLE %s', changed, kept_copy
            );
        END IF;
    END LOOP;
    PERFORM setval(sequence, coalesce(numbers.last_value, numbers.start_value),
                   numbers.last_value IS NOT NULL)
    FROM kept.numbers
    JOIN pg_sequences AS now
        ON format('%I.%I', now.schemaname, now.sequencename)::regclass = sequence
    WHERE now.last_value IS DISTINCT FROM numbers.last_value;
    RETURN true;
END $$;

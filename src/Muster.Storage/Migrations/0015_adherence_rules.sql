-- What the states of sources count as, and how strictly activities are judged: by business unit and day.

-- Every change is a row, and no row is changed afterwards. The rules of a unit at a version are, for each day from which
-- rules hold, the last row up to that version. rules is as RulesJson writes it, null where the entry of that day was
-- taken away; from_day null: since ever.
CREATE TABLE adherence_rule_change (
    business_unit_id uuid NOT NULL REFERENCES organization_item,
    version          bigint NOT NULL CHECK (version > 0),
    from_day         date,
    rules            jsonb,
    author           text NOT NULL,
    at               timestamptz NOT NULL,
    PRIMARY KEY (business_unit_id, version)
);

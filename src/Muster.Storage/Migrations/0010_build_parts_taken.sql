-- Since when a builder has its part: told on the page System.

ALTER TABLE build_part ADD COLUMN taken_at timestamptz;

-- Reports read the stored results of all agents of a day, and of many days one after the other.
CREATE INDEX adherence_interval_start ON adherence_interval (starts_at);
CREATE INDEX adherence_exception_day ON adherence_exception (day);

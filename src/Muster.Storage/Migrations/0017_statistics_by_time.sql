-- What all queues did on a day, and what is too old, is found by time.
CREATE INDEX interval_statistic_at ON interval_statistic (at);

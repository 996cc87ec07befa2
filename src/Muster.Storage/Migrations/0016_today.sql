-- What the nodes that judge adherence read of the days around now.

CREATE INDEX agent_day_past_of ON agent_day_past (day);

-- What has reached agents lately.
CREATE INDEX schedule_notice_delivered ON schedule_notice (delivered_at);

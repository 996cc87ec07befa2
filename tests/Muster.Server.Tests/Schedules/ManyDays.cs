namespace Muster.Server.Tests.Schedules;

/// <summary>Drafts of so many days that by the API they would be a hundred requests.</summary>
internal static class ManyDays
{
    public static async Task<IReadOnlyList<Guid>> HireAsync(ScheduleStage stage, int agents)
    {
        var hired = new List<Guid>();
        for (var number = 0; number < agents; number++)
        {
            hired.Add(await stage.HireAsync($"A{number}"));
        }

        return hired;
    }

    /// <summary>A shift of so many minutes for everybody on so many days.</summary>
    /// <param name="isStale">As if all days had been published since the draft took them.</param>
    public static async Task<Guid> FillAsync(ScheduleStage stage, int minutes, int days, bool isStale = false)
    {
        var draft = await stage.DraftAsync();
        await stage.Cluster.Nodes[0].Database.ScalarAsync($$"""
            INSERT INTO draft_day
                (draft_id, agent_id, day, base_version, version, changed_by, starts, minutes, layers, codes)
            SELECT '{{draft}}', a.id, d.day, {{(isStale ? "0" : "coalesce(h.version, 0)")}}, 1, 'test',
                ARRAY[((d.day - date '1970-01-01') * 1440 + 420)], '{ {{minutes}} }', '{0}', '{ {{stage.Work}} }'
            FROM agent a
            CROSS JOIN (SELECT date '{{ScheduleStage.Monday}}' + n AS day FROM generate_series(0, {{days - 1}}) n) d
            LEFT JOIN agent_day h ON h.agent_id = a.id AND h.day = d.day
            """);
        return draft;
    }
}

using System.Globalization;
using Muster.Domain.Outcomes;

namespace Muster.Server.Demand;

/// <summary>Finds out which column is what: by what was said, by the names, by what stands in the first rows.</summary>
internal sealed class ColumnFinder(HistorySample sample, HistoryFileOptions options)
{
    private readonly Dictionary<ColumnRole, SampleColumn> _given = [];

    public List<string> Remarks { get; } = [];

    private IEnumerable<SampleColumn> Free => sample.Columns.Except(_given.Values);

    public Outcome<FoundColumns> Find() => WhatIsMisnamed() is { } misnamed ? misnamed
        : TimeColumns() is not { } times ? NoTime()
        : FindVolume(times) is not { } volume ? NoVolume(times)
        : WithQueue(WithHandle(times, volume));

    private Refusal? WhatIsMisnamed()
    {
        var checks = new FieldChecks();
        foreach (var (role, name) in options.Columns)
        {
            var found = sample.Columns.FirstOrDefault(column => column.Name == name)
                ?? sample.Columns.FirstOrDefault(
                    column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (found is not null)
            {
                _given[role] = found;
            }

            checks.That(found is not null, "columns", $"name \"{name}\", but {options.Name} has no such column.\n"
                + $"Maybe {NearestName.Of(name, sample.Columns.Select(column => column.Name))} is meant.");
        }

        return checks.Refusal;
    }

    private FoundColumns? TimeColumns()
    {
        var stamp = Given(ColumnRole.Timestamp)
            ?? (Given(ColumnRole.Date) is null ? Best(Free.Where(column => column.IsTimestamp)) : null);
        var clock = Given(ColumnRole.Time) ?? Best(Free.Where(IsTimeOfDay));
        // Spreadsheets write dates with a midnight.
        var isDate = stamp is not null && clock is not null && Given(ColumnRole.Timestamp) is null
            && stamp.Timestamps.All(text => text.Clock.Second == 0);
        if (stamp is not null && !isDate)
        {
            return new FoundColumns { Timestamp = stamp.Place };
        }

        var date = Given(ColumnRole.Date) ?? stamp ?? Best(Free.Where(column => column.IsDate));
        return date is null || clock is null ? null : new FoundColumns
        {
            Date = date.Place,
            Time = clock.Place,
            IsDigits = clock is { IsClock: false, IsDigits: true },
            IsHour = clock is { IsClock: false, IsHour: true } && (clock.Words.IsHour || clock.Distinct <= 24),
        };
    }

    private static bool IsTimeOfDay(SampleColumn column) => !column.Words.IsHandleTime && !column.IsDate
        && (column.IsClock || (column.IsDigits && column.Words.VolumeRank is null));

    // That of the start, not of the end; else the first.
    private static SampleColumn? Best(IEnumerable<SampleColumn> columns) => columns
        .OrderBy(column => column.Words.IsEnd).ThenByDescending(column => column.Words.IsStart)
        .ThenByDescending(column => column.IsClock).ThenBy(column => column.Place).FirstOrDefault();

    private int? FindVolume(FoundColumns times)
    {
        if (Given(ColumnRole.Volume) is { } given)
        {
            return given.Place;
        }

        var numbers = Numbers(times).ToArray();
        var named = numbers.Where(column => column.Words.VolumeRank is not null)
            .MinBy(column => column.Words.VolumeRank);
        if ((named ?? AnsweredAsVolume(numbers)) is { } found)
        {
            return found.Place;
        }

        var others = numbers.Where(column => !column.Words.IsHandleTime).ToArray();
        if (others.Length == 1)
        {
            Remarks.Add($"{others[0].Name} is taken as the volume: it is the only column with numbers.");
        }

        return others.Length == 1 ? others[0].Place : null;
    }

    private SampleColumn? AnsweredAsVolume(SampleColumn[] numbers)
    {
        var answered = numbers.Where(column => column.Words.HandledRank is not null)
            .MinBy(column => column.Words.HandledRank);
        if (answered is not null)
        {
            Remarks.Add($"{answered.Name} is taken as the volume: who gave up before an answer is not in it.");
        }

        return answered;
    }

    private IEnumerable<SampleColumn> Numbers(FoundColumns times) => Free.Where(column => column.IsNumber
        && !times.All().Any(used => used.Role <= ColumnRole.Time && used.Place == column.Place));

    private FoundColumns WithHandle(FoundColumns times, int volume)
    {
        var found = times with { Volume = volume };
        var handled = Given(ColumnRole.Handled)
            ?? Numbers(times).Where(column => column.Place != volume && column.Words.HandledRank is not null)
                .MinBy(column => column.Words.HandledRank);
        found = found with { Handled = handled?.Place };
        if ((Given(ColumnRole.HandleMean) ?? Given(ColumnRole.HandleSum)) is { } given)
        {
            return found with { Handle = [given.Place], IsHandleMean = Given(ColumnRole.HandleMean) is not null };
        }

        var durations = Free
            .Where(column => column.Place != found.Time && column.IsDuration && column.Words.IsHandleTime).ToArray();
        var whole = durations.Where(column => !column.Words.IsPartOfHandleTime)
            .OrderBy(column => column.Words.IsMean is null).ToArray();
        return whole.Length + durations.Length == 0 ? found : Told(found, whole.Length > 0 ? whole[..1] : durations);
    }

    private FoundColumns Told(FoundColumns found, SampleColumn[] columns)
    {
        var isMean = columns[0].Words.IsMean ?? sample.IsMean(columns[0], found.Handled ?? found.Volume);
        var same = columns.Where(column => (column.Words.IsMean ?? isMean) == isMean).ToArray();
        if (columns[0].Words.IsMean is null)
        {
            Remarks.Add(string.Join(" and ", same.Select(column => column.Name)) + (isMean
                ? " is taken as a mean of each contact: it does not grow with the volume."
                : " is taken as a sum over contacts: it grows with the volume."));
        }

        return found with { Handle = [.. same.Select(column => column.Place)], IsHandleMean = isMean };
    }

    private FoundColumns WithQueue(FoundColumns found)
    {
        var used = found.All().Select(column => column.Place).ToHashSet();
        var rest = Free.Where(column => !used.Contains(column.Place)).ToArray();
        var queue = Given(ColumnRole.Queue)
            ?? rest.Where(column => column.Words.QueueRank is not null && !column.IsTimestamp && !column.IsEmpty)
            .MinBy(column => (!column.IsText, column.Words.QueueRank));
        if (queue is null && rest.FirstOrDefault(column => column.IsText && column.Distinct > 1) is { } other)
        {
            Remarks.Add(string.Create(CultureInfo.InvariantCulture,
                $"{other.Name} has {other.Distinct} different texts and is not used. ")
                + "Maybe it is the queue; it has to be named so then.");
        }

        return found with { Queue = queue?.Place };
    }

    private SampleColumn? Given(ColumnRole role) => _given.GetValueOrDefault(role);

    private Refusal.Invalid NoTime()
    {
        var date = sample.Columns.FirstOrDefault(column => column.IsDate);
        return date is not null
            ? new("time", $"is missing: {options.Name} has days ({date.Name}: {date.Cells[0]}) but no time of day.\n"
                + "Maybe export the history by interval; or name the column with the time.")
            : new("timestamp", $"is missing: no column of {options.Name} has dates and times. {sample.Glance()}\n"
                + "Maybe write times as 2026-03-04 07:00, or name the columns of date and time.");
    }

    private Refusal.Invalid NoVolume(FoundColumns times)
    {
        var numbers = Numbers(times).Select(column => column.Name).ToArray();
        return new("volume", numbers.Length == 0
            ? $"is missing: no column of {options.Name} has numbers beside the time. {sample.Glance()}\n"
                + "Maybe the export left the counts out."
            : $"is unclear: it may be {string.Join(", ", numbers)}.\n"
                + $"Maybe name the column: volume={numbers[0]}.");
    }
}

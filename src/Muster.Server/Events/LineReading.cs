using System.Text;
using System.Text.Json;
using Muster.Storage.Events;

namespace Muster.Server.Events;

/// <summary>Makes a line of bytes what it says. Whatever is in it, nothing is thrown.</summary>
public static class LineReading
{
    public const int LongestLine = 8 * 1024;

    private const int ShownOfTooLong = 1024;

    private static readonly int[] Lengths = [5, 10, 15, 20, 30, 60];

    public static EventLine Read(ReadOnlyMemory<byte> raw, long number)
    {
        if (raw.Length > LongestLine)
        {
            return TooLong(raw, number);
        }

        var line = new EventLine(raw, number);
        try
        {
            var fields = LineFields.Read(raw.Span);
            Fill(line, ref fields);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            line.Malformed = new LineFault(QuarantineKind.NotJson, "", "is no JSON object in UTF-8.\n"
                + "Maybe a line was cut in two; each object stands on a line of its own.");
        }

        line.Content = line.Malformed is null ? Hash(line) : ContentHash.Of(raw.Span);
        return line;
    }

    /// <param name="raw">Its beginning.</param>
    public static EventLine TooLong(ReadOnlyMemory<byte> raw, long number)
    {
        var start = raw[..Math.Min(raw.Length, ShownOfTooLong)];
        return new EventLine(start, number)
        {
            Malformed = new LineFault(
                QuarantineKind.TooLong, "", $"is longer than {LongestLine} bytes.\nMaybe a line break is missing."),
            Content = ContentHash.Of(start.Span),
        };
    }

    /// <summary>The line as text that can be kept.</summary>
    public static string TextOf(ReadOnlyMemory<byte> raw) =>
        Encoding.UTF8.GetString(raw.Span).Replace('\0', '\ufffd');

    private static void Fill(EventLine line, ref LineFields fields)
    {
        line.Position = fields.Position;
        line.Agent = fields.Agent;
        line.Login = fields.Login;
        line.Switch = fields.Switch;
        line.State = fields.State ?? "";
        line.Reason = fields.Reason ?? "";
        line.At = fields.At ?? fields.Interval ?? default;
        if (fields.Position is null)
        {
            fields.Refuse("position", "is required: a whole number, higher for each line.");
        }

        if (fields.Queue is null && fields.Interval is null)
        {
            CheckEvent(ref fields);
        }
        else
        {
            line.Statistic = Statistic(ref fields);
        }

        line.Malformed = fields.Fault;
    }

    private static void CheckEvent(ref LineFields fields)
    {
        if (fields.At is null)
        {
            fields.Refuse("at", "is required: when it happened.");
        }

        if (fields.State is null)
        {
            fields.Refuse("state", "is required.");
        }

        if (fields.Agent is null == fields.Login is null)
        {
            fields.Refuse("agent", "or login is required, and not both.");
        }

        if ((fields.Minutes ?? fields.Offered ?? fields.Answered ?? fields.Abandoned ?? fields.HandleSeconds
            ?? fields.AnsweredWithin) is not null)
        {
            fields.Refuse("queue", "is required with the numbers of an interval.");
        }
    }

    private static StatisticLine Statistic(ref LineFields fields)
    {
        CheckInterval(ref fields);
        var minutes = CheckMinutes(ref fields);
        return new StatisticLine
        {
            Queue = fields.Queue ?? "",
            Minutes = minutes,
            Offered = fields.Offered ?? 0,
            Answered = fields.Answered,
            Abandoned = fields.Abandoned,
            HandleSeconds = fields.HandleSeconds,
            AnsweredWithin = fields.AnsweredWithin,
        };
    }

    private static void CheckInterval(ref LineFields fields)
    {
        if (fields.Queue is null)
        {
            fields.Refuse("queue", "is required with interval.");
        }

        if (fields.Interval is null)
        {
            fields.Refuse("interval", "is required with queue: when it begins.");
        }

        if (fields.Offered is null)
        {
            fields.Refuse("offered", "is required with queue.");
        }

        if (fields.At is not null)
        {
            fields.Refuse("at", "does not go with queue.\nMaybe interval is meant.");
        }

        if ((fields.Agent ?? fields.Login ?? fields.State ?? fields.Reason ?? fields.Switch) is not null)
        {
            fields.Refuse("queue", "does not go with agent, login, switch, state and reason.");
        }
    }

    private static int CheckMinutes(ref LineFields fields)
    {
        var minutes = (int)(fields.Minutes ?? 0);
        if (fields.Minutes != minutes || !Lengths.Contains(minutes))
        {
            fields.Refuse("minutes", $"must be one of {string.Join(", ", Lengths)}.");
        }
        else if (fields.Interval is { } begin && begin.Ticks % (StepOf(minutes) * TimeSpan.TicksPerMinute) != 0)
        {
            fields.Refuse("interval", $"must begin at a multiple of {StepOf(minutes)} minutes.");
        }

        return minutes;
    }

    // By UTC the hours of some zones begin at half past, or at a quarter.
    private static int StepOf(int minutes) => minutes > 20 ? 15 : minutes;

    private static long Hash(EventLine line)
    {
        var hash = new ContentHash();
        hash.Add(line.At.Ticks);
        if (line.Statistic is { } told)
        {
            hash.Add(told.Queue);
            hash.Add(told.Minutes);
            hash.Add(told.Offered);
            hash.Add(told.Answered);
            hash.Add(told.Abandoned);
            hash.Add(told.HandleSeconds);
            hash.Add(told.AnsweredWithin);
            return hash.Value;
        }

        hash.Add(line.Agent);
        hash.Add(line.Login);
        hash.Add(line.Switch);
        hash.Add(line.State);
        hash.Add(line.Reason);
        return hash.Value;
    }
}

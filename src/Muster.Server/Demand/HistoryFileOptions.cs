using Muster.Domain.Outcomes;
using Muster.Server.Api.Json;

namespace Muster.Server.Demand;

/// <summary>How a history file is to be read. Every default is "find out".</summary>
public sealed record HistoryFileOptions
{
    /// <summary>For messages, and for the queue where nothing else names it.</summary>
    public string Name { get; init; } = "history.csv";

    /// <summary>The queue of rows that name none; null: the file's name without its ending.</summary>
    public string? Queue { get; init; }

    /// <summary>Names of columns, as in the file's header, or their places counted from 1.</summary>
    public IReadOnlyDictionary<ColumnRole, string> Columns { get; init; } = new Dictionary<ColumnRole, string>();

    public DateOrder? DateOrder { get; init; }

    /// <summary>Columns as people name them: role=name, such as volume=Calls.</summary>
    public static IReadOnlyDictionary<ColumnRole, string> ReadColumns(
        IEnumerable<string> texts, string field, FieldChecks checks)
    {
        var columns = new Dictionary<ColumnRole, string>();
        foreach (var text in texts)
        {
            var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            var role = EnumWord.Read<ColumnRole>(parts[0].Replace('-', '_').ToLowerInvariant());
            checks.That(role is not null && parts.Length == 2, field,
                $"\"{text}\" is not ROLE=NAME with a known role.\n"
                + $"Maybe volume=Calls; roles are {EnumWord.All<ColumnRole>()}.");
            columns[role ?? default] = parts[^1];
        }

        return columns;
    }
}

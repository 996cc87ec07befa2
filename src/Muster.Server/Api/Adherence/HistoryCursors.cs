using System.Globalization;
using Muster.Domain.Outcomes;
using Muster.Server.Adherence.History;
using Muster.Server.Api.Json;
using NodaTime;

namespace Muster.Server.Api.Adherence;

/// <summary>Where lists of stored results go on.</summary>
internal static class HistoryCursors
{
    /// <summary>Such a row is not there.</summary>
    public static readonly Refusal.Invalid Unknown =
        new("cursor", "is not one that this list gave.\nMaybe start again without it.");

    public static string Write(HistoryPlace place) => PageRequest.Cursor(
        string.Create(CultureInfo.InvariantCulture, $"{EnumWord.Write(place.By)} {place.Part} {place.Group:D}"));

    public static string Write(ExceptionPlace place) => PageRequest.Cursor(string.Create(
        CultureInfo.InvariantCulture, $"{place.Day} {place.Agent:D} {place.Start.ToUnixTimeSeconds()}"));

    /// <summary>The row after which the list goes on; null: it begins.</summary>
    public static Outcome<(long Part, int Group)?> Read(string? cursor, HistoryOutline outline) =>
        PageRequest.Text(cursor) is var text && text.Refused is { } refusal ? refusal
        : text.Value.Length == 0 ? ((long, int)?)null
        : Place(text.Value) is { } place && outline.Find(place) is { } found ? found
        : Unknown;

    /// <inheritdoc cref="Read(string?, HistoryOutline)"/>
    public static Outcome<ExceptionPlace?> ReadException(string? cursor) =>
        PageRequest.Text(cursor) is var text && text.Refused is { } refusal ? refusal
        : text.Value.Length == 0 ? (ExceptionPlace?)null
        : Exception(text.Value) is { } place ? place
        : Unknown;

    private static HistoryPlace? Place(string text) =>
        text.Split(' ') is [var word, var part, var group] && EnumWord.Read<HistoryBy>(word) is { } by
        && Number(part) is { } number && Guid.TryParseExact(group, "D", out var key)
            ? new HistoryPlace(by, number, key)
            : null;

    private static ExceptionPlace? Exception(string text) =>
        text.Split(' ') is [var day, var agent, var start] && Number(day) is { } date
        && Guid.TryParseExact(agent, "D", out var id) && Number(start) is { } seconds
        && seconds < int.MaxValue * 2L
            ? new ExceptionPlace(date, id, Instant.FromUnixTimeSeconds(seconds))
            : null;

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

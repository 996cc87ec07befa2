using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Muster.Domain.Outcomes;

namespace Muster.Server.Api;

/// <summary>
/// Which part of a list is asked for. A cursor is opaque: base64url of the last key of the part before.
/// </summary>
public static class PageRequest
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 500;

    public static Outcome<int> Limit(int? limit) => limit switch
    {
        null => DefaultLimit,
        >= 1 and <= MaxLimit => limit.Value,
        _ => new Refusal.Invalid("limit", $"must be 1 to {MaxLimit}."),
    };

    /// <summary>The id after which to go on; the given one at the start.</summary>
    public static Outcome<Guid> Id(string? cursor, Guid start) => Read(cursor) switch
    {
        null => start,
        var text when Guid.TryParseExact(text, "D", out var id) => id,
        _ => Unknown,
    };

    /// <inheritdoc cref="Id"/>
    public static Outcome<long> Number(string? cursor, long start) => Read(cursor) switch
    {
        null => start,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => Unknown,
    };

    /// <summary>The text after which to go on; empty at the start.</summary>
    public static Outcome<string> Text(string? cursor) => Read(cursor) switch
    {
        null => "",
        { Length: > 0 } text when !text.Contains('\0', StringComparison.Ordinal) => text,
        _ => Unknown,
    };

    /// <summary>A page out of one row more than it may hold: that row only says that there is more.</summary>
    public static Page<TView> Cut<T, TView>(
        IReadOnlyList<T> rows, int limit, Func<T, object> key, Func<T, TView> view) =>
        new(
            [.. rows.Take(limit).Select(view)],
            rows.Count > limit ? Cursor(key(rows[limit - 1])) : null);

    private static Refusal.Invalid Unknown { get; } =
        new("cursor", "is not one that this list gave. Maybe start again without it.");

    /// <summary>What goes on after a key.</summary>
    public static string Cursor(object key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Convert.ToString(key, CultureInfo.InvariantCulture)!));

    private static string? Read(string? cursor) =>
        string.IsNullOrEmpty(cursor) ? null
        : Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor))
        : "";
}

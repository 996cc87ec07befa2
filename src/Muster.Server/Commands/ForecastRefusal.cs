using System.Text.RegularExpressions;
using Muster.Domain.Outcomes;

namespace Muster.Server.Commands;

/// <summary>Words what the engines refuse by the flags of the command.</summary>
internal static partial class ForecastRefusal
{
    private static readonly Dictionary<string, string> Flags = new()
    {
        ["minutes"] = "--interval",
        ["days"] = "--weeks",
        ["first_day"] = "--from",
        ["history"] = "The history",
        ["file"] = "",
        ["columns"] = "--column",
        ["service_level"] = "--answer",
        ["threshold_seconds"] = "--answer",
        ["patience_seconds"] = "--patience",
        ["handle_seconds"] = "The handle time",
        ["shrinkage"] = "--shrinkage",
        ["contacts"] = "The volume",
        ["timestamp"] = "The column with times",
        ["time"] = "The column with the time of day",
        ["volume"] = "The column with the volume",
    };

    public static string Text(Refusal refusal) => refusal is Refusal.Invalid invalid
        ? string.Join('\n', invalid.Errors.Select(Text).Distinct())
        : RefusalText.Of(refusal);

    private static string Text(FieldError error)
    {
        var field = Place().Replace(error.Field, "");
        if (field == "minutes" && error.Message.StartsWith("cannot", StringComparison.Ordinal))
        {
            return $"The length of an interval {error.Message}";
        }

        return $"{Flags.GetValueOrDefault(field, field)} {error.Message}".TrimStart();
    }

    [GeneratedRegex(@"^intervals\[\d+\]\.|\[\d+\]\.share$")]
    private static partial Regex Place();
}

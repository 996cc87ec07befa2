using Muster.Domain.Outcomes;
using Muster.Server.Demand;

namespace Muster.Server.Commands;

/// <summary>Words what the engines refuse by the flags of the command.</summary>
internal static class ForecastRefusal
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
        ? string.Join('\n', EngineRefusal.Errors(invalid).Select(Text).Distinct())
        : RefusalText.Of(refusal);

    private static string Text(FieldError error)
    {
        if (error.Field == "minutes" && error.Message.StartsWith("cannot", StringComparison.Ordinal))
        {
            return $"The length of an interval {error.Message}";
        }

        return $"{Flags.GetValueOrDefault(error.Field, error.Field)} {error.Message}".TrimStart();
    }
}

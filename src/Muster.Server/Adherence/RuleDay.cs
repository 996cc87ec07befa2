using Muster.Domain.Outcomes;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Adherence;

/// <summary>The day from which rules hold, as addresses write it: a date, or "always" for since ever.</summary>
public static class RuleDay
{
    private const string Always = "always";

    // Schedules and events are of these days.
    private static readonly LocalDate First = new(2000, 1, 1);
    private static readonly LocalDate Last = new(2099, 12, 31);

    public static Outcome<LocalDate?> Read(string text)
    {
        if (text == Always)
        {
            return (LocalDate?)null;
        }

        return LocalDatePattern.Iso.Parse(text) is not { Success: true, Value: var day }
            ? new Refusal.Invalid("day", "must be a date such as 2026-03-29, or always for since ever.")
            : day < First || day > Last
            ? new Refusal.Invalid("day", $"must be {LocalDatePattern.Iso.Format(First)} to "
                + $"{LocalDatePattern.Iso.Format(Last)}.\nMaybe always is meant: since ever.")
            : (LocalDate?)day;
    }

    public static string Write(LocalDate? from) => from is { } day ? LocalDatePattern.Iso.Format(day) : Always;
}

using System.Globalization;

namespace Muster.Bench.Centre;

/// <summary>"1000x4" is 1,000 agents and 4 weeks.</summary>
internal readonly record struct CentreSize(int Agents, int Weeks)
{
    public static bool TryParse(string text, out CentreSize size)
    {
        var parts = text.Split('x');
        size = default;
        if (parts.Length != 2 || !TryNumber(parts[0], 100_000, out var agents)
            || !TryNumber(parts[1], 4, out var weeks))
        {
            return false;
        }

        size = new(agents, weeks);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Agents}x{Weeks}");

    private static bool TryNumber(string text, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1
        && number <= most;
}

namespace Muster.Server.Demand;

/// <summary>Finds out what stands between the fields of a file.</summary>
internal static class SeparatorGuess
{
    private const int MostLines = 100;
    private const string Hint = "sep=";

    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>The one that most lines have equally often.</summary>
    public static char Of(string beginning)
    {
        if (beginning.Length > Hint.Length && IsHint(beginning))
        {
            return beginning[Hint.Length];
        }

        var lines = beginning.Split('\n', MostLines + 1).SkipLast(1).DefaultIfEmpty(beginning).ToArray();
        return Candidates.MaxBy(candidate => Agreement(lines, candidate));
    }

    /// <summary>What spreadsheets write into the first line.</summary>
    public static bool IsHint(string line) => line.StartsWith(Hint, StringComparison.OrdinalIgnoreCase);

    private static (int Lines, int Fields) Agreement(string[] lines, char separator)
    {
        var most = lines.Select(line => Count(line, separator)).Where(count => count > 0)
            .CountBy(count => count).OrderByDescending(count => count.Value).FirstOrDefault();
        return (most.Value, most.Key);
    }

    private static int Count(string line, char separator)
    {
        var (count, isQuoted) = (0, false);
        foreach (var letter in line)
        {
            isQuoted ^= letter == '"';
            count += letter == separator && !isQuoted ? 1 : 0;
        }

        return count;
    }
}

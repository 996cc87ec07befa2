using System.Globalization;
using System.Text.RegularExpressions;

namespace Muster.Storage.BuiltIn;

/// <summary>A folder that holds initdb and postgres of one version. Names prove nothing: it was asked.</summary>
internal sealed partial record PostgresPrograms(string Folder, int Major)
{
    public const int OldestMajor = 15;

    public string Postgres => Path.Combine(Folder, "postgres");

    public string InitDb => Path.Combine(Folder, "initdb");

    /// <summary>Asks the programs of a folder for their version; null when they give none, and why.</summary>
    public static async Task<(PostgresPrograms? Programs, string Said)> AskAsync(
        string folder,
        ClusterUser user,
        CancellationToken token)
    {
        var postgres = Path.Combine(folder, "postgres");
        var answer = await new Command(postgres, "--version") { User = user }.RunAsync(token);
        var version = Version().Match(answer.Output);
        return answer.Succeeded && version.Success
            ? (new PostgresPrograms(folder, Number(version.Groups[1].ValueSpan)), $"{folder} has {version.Value}")
            : (null, $"{postgres} does not run: {answer.Said}");
    }

    private static int Number(ReadOnlySpan<char> text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)\S*")]
    private static partial Regex Version();
}

using System.Globalization;

namespace Muster.Bench.Scheduling;

/// <summary>Where the published instances and their reference values are.</summary>
internal static class Published
{
    private static readonly string[] TenMinutes = ["EC10", "Gurobi10", "IPVNS10", "FOSA10"];

    private static readonly string Folder = Path.Combine(Repository.Root, "bench", "data", "scheduling");

    /// <summary>"3", "Instance3", "1_7_10_1" of bench/data, or the path of any file of that form.</summary>
    public static string RosterPath(string name) => Find(name, "rosters", $"Instance{name}.txt");

    public static string TourPath(string name) => Find(name, "tours", $"{name}.txt");

    /// <summary>How the tables of reference values call it.</summary>
    public static string NameOf(string path) =>
        Path.GetFileNameWithoutExtension(path).Replace("Instance", "", StringComparison.Ordinal);

    public static IEnumerable<string> AllTours() => Directory.GetFiles(Path.Combine(Folder, "tours"), "*.txt")
        .Select(NameOf)
        .OrderBy(name => int.Parse(name.Split('_')[0], CultureInfo.InvariantCulture));

    public static IEnumerable<string> AllRosters() => Directory.GetFiles(Path.Combine(Folder, "rosters"), "*.txt")
        .Select(NameOf)
        .OrderBy(name => int.Parse(name, CultureInfo.InvariantCulture));

    /// <summary>Best known value by number of the instance.</summary>
    public static long? BestKnown(string roster) => Value("rosters/best_known.csv", roster, "best_known");

    /// <summary>The best that any publication has after 10 minutes.</summary>
    public static long? BestPublished10(string roster) =>
        TenMinutes.Min(column => Value("rosters/best_known.csv", roster, column));

    /// <summary>Null where the peer found none.</summary>
    public static long? Peer(string tour) => Value("tours/peer.csv", tour, "peer_objective");

    private static long? Value(string table, string row, string column)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, table)).Select(line => line.Split(',')).ToList();
        var index = lines[0].IndexOf(column);
        var found = lines.Find(fields => fields[0] == row);
        return long.TryParse(found?[index], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    private static string Find(string name, string folder, string file)
    {
        string[] places = [name, Path.Combine(Folder, folder, file)];
        return places.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"There is no instance {name}.\nMaybe give the path of its file.");
    }
}

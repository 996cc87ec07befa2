namespace Muster.Rules.Tests.Layers;

/// <summary>
/// Who may refer to whom. A project that is not in this table must not exist: a new one needs a row as its reason.
/// </summary>
internal static class AllowedReferences
{
    private const string TestSuffix = ".Tests";

    private static readonly Dictionary<string, string[]> Table = new()
    {
        ["Muster.Domain"] = [],
        ["Muster.Cluster"] = [],
        ["Muster.Forecasting"] = ["Muster.Domain"],
        ["Muster.Scheduling"] = ["Muster.Domain"],
        ["Muster.Adherence"] = ["Muster.Domain"],
        ["Muster.Simulation"] = ["Muster.Domain"],
        ["Muster.Storage"] = ["Muster.Domain", "Muster.Cluster"],
        ["Muster.Server"] =
        [
            "Muster.Domain", "Muster.Cluster", "Muster.Forecasting", "Muster.Scheduling", "Muster.Adherence",
            "Muster.Simulation", "Muster.Storage",
        ],
        ["Muster.Testing"] = ["Muster.Domain", "Muster.Cluster", "Muster.Storage"],
        ["Muster.Bench"] =
        [
            "Muster.Domain", "Muster.Cluster", "Muster.Forecasting", "Muster.Scheduling", "Muster.Adherence",
            "Muster.Simulation", "Muster.Storage", "Muster.Server", "Muster.Testing", "Muster.Evaluation",
        ],
        // Judges schedules, so it shares no code with the engine that makes them.
        ["Muster.Evaluation"] = [],
        ["Muster.Rules.Tests"] = ["Muster.Server"],
        ["Muster.Faults.Tests"] =
            ["Muster.Server", "Muster.Storage", "Muster.Cluster", "Muster.Domain", "Muster.Testing"],
        ["Muster.Browser.Tests"] = ["Muster.Server", "Muster.Testing"],
    };

    /// <summary>
    /// Where Npgsql and SQL may be: the store, its tests, the support that clones databases, the tests that kill one.
    /// </summary>
    public static IReadOnlySet<string> SqlHomes { get; } =
        new HashSet<string>
        {
            "Muster.Storage", "Muster.Storage.Tests", "Muster.Testing", "Muster.Faults.Tests",
        };

    /// <summary>
    /// Null when the project has no row. A test project sees its own project, what that one sees, and the support.
    /// </summary>
    public static IReadOnlyList<string>? Of(string project)
    {
        if (Table.TryGetValue(project, out var allowed))
        {
            return allowed;
        }

        var tested = project.EndsWith(TestSuffix, StringComparison.Ordinal) ? project[..^TestSuffix.Length] : "";
        return Table.TryGetValue(tested, out var inner) ? [tested, .. inner, "Muster.Testing"] : null;
    }
}

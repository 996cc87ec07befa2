using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Bans;

/// <summary>
/// Time and chance are arguments. The compiler refuses the banned symbols; these tests guard the compiler's orders.
/// </summary>
public sealed class BannedSymbolTests
{
    private const string Diagnostic = "RS0030";
    private const string Analyzer = "Microsoft.CodeAnalysis.BannedApiAnalyzers";
    private const string List = "BannedSymbols.txt";

    /// <summary>Files that may lift the ban, each with its reason.</summary>
    private static readonly Dictionary<string, string> MayLift = [];

    private static readonly string[] MustBeBanned =
    [
        "P:System.DateTime.Now;", "P:System.DateTime.UtcNow;", "P:System.DateTimeOffset.UtcNow;",
        "T:System.Diagnostics.Stopwatch;", "P:System.Random.Shared;", "M:System.Threading.Tasks.Task.Delay(",
        "M:System.Threading.Thread.Sleep(",
    ];

    [Fact]
    public void Banned_symbols_are_errors_in_every_product_project()
    {
        var tree = SourceTree.Repository;
        Rule.Holds(
            FindWiring(tree.Texts("Directory.Build.props").Single(), tree.Texts("eng/Product.props").Single()),
            "restore the wiring of eng/BannedSymbols.txt.");
        Rule.Holds(
            FindLeaks(tree.Texts(".csproj", ".props", ".targets", ".editorconfig", ".globalconfig", ".ruleset")),
            "pass a TimeProvider or a Random instead.");
    }

    [Fact]
    public void The_list_bans_clocks_sleeps_and_dice()
    {
        var list = Assert.Single(SourceTree.Repository.Texts($"eng/{List}"));

        Assert.All(MustBeBanned, symbol => Assert.Contains(symbol, list.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void No_product_code_lifts_the_ban()
    {
        Rule.Holds(
            SourceTree.Repository.Sources.SelectMany(Find),
            "pass a TimeProvider or a Random instead; a good reason goes into MayLift.");
        Assert.All(MayLift, entry => Assert.NotEmpty(entry.Value));
        Assert.All(MayLift.Keys, path => Assert.True(SourceTree.Repository.Exists(path), $"{path} is gone."));
    }

    [Fact]
    public void Planted_suppressions_are_caught()
    {
        var file = SourceFile.Parse("src/M/A.cs", """
            #pragma warning disable CS1591
            #pragma warning disable CS1591, RS0030
            [SuppressMessage("ApiDesign", "RS0030:banned")]
            class A { }
            #pragma warning disable
            """);

        Rule.Catches(Find(file), "src/M/A.cs:2", "src/M/A.cs:3", "src/M/A.cs:5");
    }

    [Fact]
    public void Planted_holes_in_the_wiring_are_caught()
    {
        var build = new TextFile("Directory.Build.props", "<Root><Import Project=\"eng/Product.props\" /></Root>");
        var product = new TextFile("eng/Product.props", "<Project />");
        var leak = new TextFile("src/M/M.csproj", "<Project>\n<NoWarn>$(NoWarn);RS0030</NoWarn>\n</Project>");

        Rule.Catches(
            FindWiring(build, product), "Directory.Build.props:1", "eng/Product.props:1", "eng/Product.props:1");
        Rule.Catches(FindWiring(product, product), Enumerable.Repeat("eng/Product.props:1", 4).ToArray());
        Rule.Catches(FindLeaks([leak]), "src/M/M.csproj:2");
    }

    internal static IEnumerable<Violation> FindWiring(TextFile build, TextFile product)
    {
        var root = XDocument.Parse(build.Text).Root!;
        if (root.Descendants("TreatWarningsAsErrors").All(e => e.Value != "true"))
        {
            yield return build.At(1, "TreatWarningsAsErrors is not true, so a banned symbol is only a warning.");
        }

        if (root.Descendants("Import").All(e => (string?)e.Attribute("Project") != "eng/Product.props"))
        {
            yield return build.At(1, "eng/Product.props is not imported.");
        }

        var items = XDocument.Parse(product.Text).Descendants().Select(e => (string?)e.Attribute("Include")).ToList();
        if (!items.Contains(Analyzer))
        {
            yield return product.At(1, $"{Analyzer} is not referenced.");
        }

        if (!items.Any(item => item?.EndsWith(List, StringComparison.Ordinal) == true))
        {
            yield return product.At(1, $"{List} is not an additional file.");
        }
    }

    internal static IEnumerable<Violation> FindLeaks(IEnumerable<TextFile> buildFiles)
    {
        return buildFiles.SelectMany(file => file.Lines()
            .Where(line => line.Text.Contains(Diagnostic, StringComparison.Ordinal))
            .Select(line => file.At(line.Number, $"mentions {Diagnostic}, which silences the ban.")));
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        if (MayLift.ContainsKey(file.Path))
        {
            return [];
        }

        var pragmas = file.Root.DescendantTrivia()
            .Select(trivia => trivia.GetStructure())
            .OfType<PragmaWarningDirectiveTriviaSyntax>()
            .Where(pragma => pragma.DisableOrRestoreKeyword.Text == "disable")
            .Where(pragma => pragma.ErrorCodes.Count == 0 || pragma.ErrorCodes.Any(c => c.ToString() == Diagnostic));
        var attributes = file.All<AttributeSyntax>()
            .Where(attribute => Attributes.NameOf(attribute) is "SuppressMessage" or "UnconditionalSuppressMessage")
            .Where(attribute => attribute.ToString().Contains(Diagnostic, StringComparison.Ordinal));
        return pragmas.Concat<SyntaxNode>(attributes).Select(node => file.At(node, $"{Diagnostic} is silenced."));
    }
}

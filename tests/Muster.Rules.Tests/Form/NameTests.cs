using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Form;

/// <summary>A type is named in words of the trade; a suffix tells its job, and these suffixes tell nothing.</summary>
public sealed class NameTests
{
    private static readonly string[] EmptySuffixes =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Base", "Impl"];

    private static readonly string[] Buckets = ["Common", "Shared", "Helpers", "Utils", "Abstractions"];

    [Fact]
    public void Names_say_what_a_type_or_folder_is_for()
    {
        Rule.Holds(
            SourceTree.Repository.Code.SelectMany(Find),
            "say what it does for the trade: Options, Store, Api, Role, Policy, Snapshot, Engine.");
    }

    [Fact]
    public void A_planted_empty_name_is_caught()
    {
        var file = SourceFile.Parse("src/Muster.Domain/Helpers/Shift.cs", """
            class ShiftManager { interface IShiftHelper; }
            enum TimeUtil { }
            class Database;
            class ShiftStore<TBase>;
            delegate void RunImpl();
            """);

        Rule.Catches(
            Find(file), $"{file.Path}:1", $"{file.Path}:1", $"{file.Path}:1", $"{file.Path}:2", $"{file.Path}:5");
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        var folders = file.Segments.SkipLast(1).Where(folder => Buckets.Contains(folder))
            .Select(folder => file.AtLine(1, $"the folder {folder} is a bucket, not a part of the trade."));
        var types = file.All<MemberDeclarationSyntax>()
            .Where(TopLevelTypes.IsType)
            .Where(type => EmptySuffixes.Any(suffix => EndsWith(TopLevelTypes.NameOf(type), suffix)))
            .Select(type => file.At(type, $"the name {TopLevelTypes.NameOf(type)} ends in a word that says nothing."));
        return folders.Concat(types);
    }

    private static bool EndsWith(string name, string suffix) => name.EndsWith(suffix, StringComparison.Ordinal);
}

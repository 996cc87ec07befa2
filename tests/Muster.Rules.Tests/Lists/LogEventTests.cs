using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Lists;

/// <summary>An event id names one log message for ever, so the ids are in lists and no two are the same.</summary>
public sealed class LogEventTests
{
    private const string ListName = "LogEvents";

    [Fact]
    public void Log_event_ids_are_listed_and_unique()
    {
        Rule.Holds(
            Find(SourceTree.Repository.Sources),
            "add a constant with a new number to the LogEvents of the project and use it in one [LoggerMessage].");
    }

    [Fact]
    public void Planted_equal_ids_are_caught()
    {
        var lists = SourceFile.Parse("src/M/LogEvents.cs", """
            static class LogEvents
            {
                public const int Started = 1;
                public const int Stopped = 1, Lost = 2;
                public const int Computed = Started + 1;
                static class Roles { public const int Started = 4; }
            }
            """);

        Rule.Catches(Find([lists]), "src/M/LogEvents.cs:4", "src/M/LogEvents.cs:5");
    }

    [Fact]
    public void Planted_messages_without_a_listed_id_of_their_own_are_caught()
    {
        var log = SourceFile.Parse("src/M/A.Log.cs", """
            partial class A
            {
                [LoggerMessage(LogEvents.Started, LogLevel.Debug, "a")] partial void A();
                [LoggerMessage(EventId = LogEvents.Roles.Started, Level = LogLevel.Debug)] partial void B();
                [LoggerMessage(LogEvents.Started, LogLevel.Debug, "c")] partial void C();
                [LoggerMessage(7, LogLevel.Debug, "d")] partial void D();
                [LoggerMessage(Level = LogLevel.Debug, Message = "e")] partial void E();
            }
            """);
        var other = SourceFile.Parse("src/N/A.Log.cs", """
            partial class A { [LoggerMessage(LogEvents.Started, LogLevel.Debug, "")] partial void A(); }
            """);

        Rule.Catches(Find([log, other]), "src/M/A.Log.cs:5", "src/M/A.Log.cs:6", "src/M/A.Log.cs:7");
    }

    internal static IEnumerable<Violation> Find(IReadOnlyList<SourceFile> files)
    {
        return FindInLists(files).Concat(FindInMessages(files));
    }

    private static IEnumerable<Violation> FindInLists(IReadOnlyList<SourceFile> files)
    {
        var constants = files
            .SelectMany(file => file.All<FieldDeclarationSyntax>().Where(IsInList).Select(field => (file, field)))
            .SelectMany(found => found.field.Declaration.Variables.Select(variable => (found.file, variable)));
        var seen = new HashSet<string>();
        foreach (var (file, variable) in constants)
        {
            var value = variable.Initializer?.Value;
            if (value is not LiteralExpressionSyntax literal)
            {
                yield return file.At(variable, $"{variable.Identifier.ValueText} is not a plain number.");
            }
            else if (!seen.Add(literal.Token.ValueText))
            {
                yield return file.At(variable, $"the event id {literal.Token.ValueText} is taken.");
            }
        }
    }

    private static IEnumerable<Violation> FindInMessages(IReadOnlyList<SourceFile> files)
    {
        var messages = files.SelectMany(file => file.All<AttributeSyntax>()
            .Where(attribute => Attributes.NameOf(attribute) == "LoggerMessage")
            .Select(attribute => (file, attribute, id: IdOf(attribute))));
        var seen = new HashSet<string>();
        foreach (var (file, attribute, id) in messages)
        {
            if (id is null || !id.Contains($"{ListName}.", StringComparison.Ordinal))
            {
                yield return file.At(attribute, $"the event id {id ?? "(none)"} is not taken from {ListName}.");
            }
            else if (!seen.Add($"{file.Project}/{id}"))
            {
                yield return file.At(attribute, $"{id} names another message already.");
            }
        }
    }

    private static bool IsInList(FieldDeclarationSyntax field)
    {
        return field.Ancestors().OfType<ClassDeclarationSyntax>().Any(type => type.Identifier.ValueText == ListName);
    }

    private static string? IdOf(AttributeSyntax attribute)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        var id = arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "EventId")
            ?? arguments.FirstOrDefault(a => a.NameEquals is null);
        return id?.Expression.ToString();
    }
}

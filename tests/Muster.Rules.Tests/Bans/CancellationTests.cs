using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Muster.Rules.Tests.Bans;

/// <summary>Every async method of the product can be stopped: it takes a token, last, never optional.</summary>
public sealed class CancellationTests
{
    private const string Token = "CancellationToken";

    private static readonly string[] Awaitables = ["Task", "ValueTask", "IAsyncEnumerable"];

    /// <summary>Framework arguments that carry a token with them.</summary>
    private static readonly string[] TokenCarriers =
        ["HttpContext", "EndpointFilterInvocationContext", "MessageReceivedContext"];

    /// <summary>Framework interfaces whose methods have no token.</summary>
    private static readonly Dictionary<string, string> WithoutToken = new()
    {
        ["IAsyncLifetime"] = "InitializeAsync",
        ["IAuthorizationHandler"] = "HandleAsync",
        ["IClaimsTransformation"] = "TransformAsync",
    };

    [Fact]
    public void Async_methods_take_a_token_last_and_never_optional()
    {
        Rule.Holds(
            SourceTree.Repository.Sources.SelectMany(Find),
            "take a CancellationToken as the last parameter, without a default, and pass it on.");
    }

    [Fact]
    public void A_planted_method_that_cannot_be_stopped_is_caught()
    {
        var file = SourceFile.Parse("src/M/A.cs", """
            class A : IAsyncLifetime, IStore<int>
            {
                public Task None() => x;
                public async ValueTask<int> First(CancellationToken stop, int a) => 1;
                internal Task Optional(int a, CancellationToken stop = default) => x;
                private Task Private() => x;
                private int Hidden(CancellationToken? stop = null, int a = 1) => 1;
                public Task Fine(int a, System.Threading.CancellationToken stop) => x;
                public ValueTask InitializeAsync() => x;
                public ValueTask DisposeAsync() => x;
                public override Task Given() => x;
                Task IGiven.Given() => x;
                public Task InvokeAsync(HttpContext context, RequestDelegate next) => x;
                [Fact] public async Task A_test() { }
            }
            interface I { Task<int> Run(int a); }
            """);

        Rule.Catches(
            Find(file),
            [.. new[] { 3, 4, 5, 7, 7, 16 }.Select(line => $"src/M/A.cs:{line}")]);
    }

    internal static IEnumerable<Violation> Find(SourceFile file)
    {
        var ours = file.All<MethodDeclarationSyntax>().Where(method => !IsGiven(method)).ToList();
        var missing = ours
            .Where(method => IsAsync(method) && IsOffered(method) && !HasToken(method))
            .Select(method => file.At(method.Identifier, $"{method.Identifier.ValueText} takes no {Token}."));
        var notLast = ours
            .Where(method => method.ParameterList.Parameters.SkipLast(1).Any(IsToken))
            .Select(method => file.At(method.Identifier, $"{method.Identifier.ValueText} takes its token not last."));
        var optional = file.All<ParameterSyntax>()
            .Where(parameter => IsToken(parameter) && parameter.Default is not null)
            .Where(parameter => parameter.Parent?.Parent is not MethodDeclarationSyntax method || !IsGiven(method))
            .Select(parameter => file.At(parameter, $"the token {parameter.Identifier.ValueText} is optional."));
        return missing.Concat(notLast).Concat(optional);
    }

    private static bool IsAsync(MethodDeclarationSyntax method)
    {
        var type = method.ReturnType is QualifiedNameSyntax qualified ? qualified.Right : method.ReturnType;
        return type is SimpleNameSyntax name && Awaitables.Contains(name.Identifier.ValueText);
    }

    /// <summary>Others can call it: public or internal, or a member of an interface.</summary>
    private static bool IsOffered(MethodDeclarationSyntax method)
    {
        var isPrivate = method.Modifiers.Any(SyntaxKind.PrivateKeyword);
        return !isPrivate && (method.Parent is InterfaceDeclarationSyntax
            || method.Modifiers.Any(m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword));
    }

    private static bool HasToken(MethodDeclarationSyntax method)
    {
        return method.ParameterList.Parameters.Any(parameter =>
            IsToken(parameter) || TokenCarriers.Contains(TypeOf(parameter)));
    }

    private static bool IsToken(ParameterSyntax parameter) => TypeOf(parameter) == Token;

    private static string TypeOf(ParameterSyntax parameter)
    {
        return parameter.Type?.ToString().Split('.')[^1].TrimEnd('?') ?? "";
    }

    /// <summary>The signature is not ours to choose, or nobody passes a token: overrides, disposal, tests.</summary>
    private static bool IsGiven(MethodDeclarationSyntax method)
    {
        var bases = (method.Parent as TypeDeclarationSyntax)?.BaseList?.Types ?? default;
        return method.Modifiers.Any(SyntaxKind.OverrideKeyword)
            || method.ExplicitInterfaceSpecifier is not null
            || method.Identifier.ValueText == "DisposeAsync"
            || Attributes.IsTest(method)
            || bases.Any(type => WithoutToken.GetValueOrDefault(type.ToString()) == method.Identifier.ValueText);
    }
}

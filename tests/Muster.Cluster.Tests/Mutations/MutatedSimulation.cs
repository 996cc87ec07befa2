using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Muster.Testing;

namespace Muster.Cluster.Tests.Mutations;

/// <summary>
/// The protocols and their simulation, compiled anew with a mistake in them, so that the product needs no switches for
/// it.
/// </summary>
internal sealed class MutatedSimulation
{
    private const string Protocols = "src/Muster.Cluster";
    private const string Simulation = "tests/Muster.Cluster.Tests/Simulation";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>As many threads as cores: more would only keep the other suites waiting.</summary>
    public static readonly ParallelOptions AllCores = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Sources = new(ReadSources);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))]);

    // Parsed and bound to its references once; a mutation replaces one file of it.
    private static readonly Lazy<CSharpCompilation> Unmutated = new(() => CSharpCompilation.Create(
        "Mutated",
        Sources.Value.Select(file => CSharpSyntaxTree.ParseText(file.Value, path: file.Key))
            .Append(CSharpSyntaxTree.ParseText(Usings)),
        References.Value,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable)));

    private readonly MethodInfo _run;
    private readonly PropertyInfo _violation;

    private MutatedSimulation(Assembly assembly)
    {
        _run = assembly.GetType("Muster.Cluster.Tests.Simulation.ClusterSimulation", throwOnError: true)!
            .GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!;
        _violation = _run.ReturnType.GetProperty("Violation")!;
    }

    /// <exception cref="InvalidOperationException">
    /// The text is not there once, or the result does not compile.
    /// </exception>
    public static MutatedSimulation Compile(Mutation? mutation)
    {
        var compilation = mutation is null ? Unmutated.Value : Mutate(Unmutated.Value, mutation);
        using var code = new MemoryStream();
        var result = compilation.Emit(code);
        if (!result.Success)
        {
            throw new InvalidOperationException(
                string.Join("\n", result.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error).Take(5)));
        }

        code.Position = 0;
        return new MutatedSimulation(new AssemblyLoadContext(null).LoadFromStream(code));
    }

    /// <summary>Runs seeds until one sees something wrong.</summary>
    /// <returns>How many it took, and what was seen; null when none of them sees anything.</returns>
    public (long Seeds, string Violation)? FindViolation(int seeds)
    {
        string? found = null;
        var run = 0L;
        Parallel.For(1, seeds + 1, AllCores, (seed, loop) =>
        {
            if (_violation.GetValue(_run.Invoke(null, [seed])) is string violation)
            {
                found = violation;
                loop.Stop();
            }

            Interlocked.Increment(ref run);
        });
        return found is null ? null : (run, found);
    }

    private static CSharpCompilation Mutate(CSharpCompilation right, Mutation mutation)
    {
        var file = right.SyntaxTrees.Single(tree => tree.FilePath == mutation.File);
        return right.ReplaceSyntaxTree(file, CSharpSyntaxTree.ParseText(Mutate(mutation), path: mutation.File));
    }

    private static string Mutate(Mutation mutation)
    {
        var parts = Sources.Value[mutation.File].Split(mutation.Right);
        return parts.Length == 2
            ? string.Join(mutation.Wrong, parts)
            : throw new InvalidOperationException(
                $"{mutation.File} has \"{mutation.Right}\" {parts.Length - 1} times, not once.\n"
                    + "Maybe the code has changed: plant the mistake in its new form.");
    }

    private static Dictionary<string, string> ReadSources() => new[] { Protocols, Simulation }
        .SelectMany(folder => Directory.EnumerateFiles(
            Path.Combine(Accepted.Repository, folder), "*.cs", SearchOption.AllDirectories))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
        .ToDictionary(path => Path.GetRelativePath(Accepted.Repository, path), File.ReadAllText);
}

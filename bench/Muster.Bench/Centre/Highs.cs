using System.Diagnostics;
using System.Text.Json;
using Muster.Evaluation.Centres;

namespace Muster.Bench.Centre;

/// <summary>
/// HiGHS, as npm has it (WebAssembly), on the set-covering model; installed into bench/highs when needed.
/// </summary>
internal static class Highs
{
    /// <summary>Longer than this, and a model does not fit into the 32-bit memory of WebAssembly.</summary>
    private const long MostBytes = 200_000_000;

    /// <returns>In words: cost, seconds and how it ended.</returns>
    public static string Solve(CentreInstance instance, int seconds)
    {
        var folder = Path.Combine(Repository.Root, "bench", "highs");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "highs")) && Run("npm", folder, "ci").Code != 0)
        {
            return "npm ci in bench/highs failed";
        }

        var file = Path.GetTempFileName();
        try
        {
            using (var writer = new StreamWriter(file))
            {
                CoverModel.Write(instance, writer);
            }

            return new FileInfo(file).Length > MostBytes
                ? "model too large for WebAssembly"
                : Told(Run("node", folder, "solve.mjs", file, $"{seconds}"), instance);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Told((int Code, string Text) run, CentreInstance instance)
    {
        if (run.Code != 0)
        {
            return "ran out of memory or failed";
        }

        using var answer = JsonDocument.Parse(run.Text);
        var status = answer.RootElement.GetProperty("status").GetString();
        var used = Figures.Text(answer.RootElement.GetProperty("seconds").GetDouble(), "0");
        // Infinity is null in JSON: no solution yet.
        return answer.RootElement.GetProperty("objective") is { ValueKind: JsonValueKind.Number } objective
            ? $"{Figures.Text(objective.GetDouble() + CoverModel.Constant(instance), "0")} ({status}, {used} s)"
            : $"no solution ({status}, {used} s)";
    }

    private static (int Code, string Text) Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text);
    }
}

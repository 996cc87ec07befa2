using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Muster.Storage.BuiltIn;

namespace Muster.Storage.Tests.BuiltIn;

/// <summary>A built-in PostgreSQL in a process of its own, which a test may kill: this program, with a verb.</summary>
internal sealed class HeldPostgres : IDisposable
{
    public const string Verb = "hold-postgres";

    private readonly Process _process;

    private HeldPostgres(Process process, string connectionString)
    {
        _process = process;
        ConnectionString = connectionString;
    }

    /// <summary>How to connect, or in its place why the start was refused.</summary>
    public string ConnectionString { get; }

    public int ProcessId => _process.Id;

    public static async Task<HeldPostgres> StartAsync(string directory, string? user = null)
    {
        var info = new ProcessStartInfo(OpenCopy.OfThisProgram, [Verb, directory])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
            UserName = user,
        };
        var process = Process.Start(info)!;
        return new HeldPostgres(process, (await process.StandardOutput.ReadLineAsync())!);
    }

    /// <summary>The other side: tells how to connect and holds the server until its input ends.</summary>
    public static async Task<int> HoldAsync(string directory)
    {
        try
        {
            await using var postgres = await BuiltInPostgres.StartAsync(
                new BuiltInPostgresSettings { DataDirectory = directory, BallastMegabytes = 0 },
                TimeProvider.System,
                NullLogger<BuiltInPostgres>.Instance,
                CancellationToken.None);
            Console.WriteLine(postgres.ConnectionString);
            await Console.In.ReadToEndAsync();
            return 0;
        }
        catch (BuiltInPostgresException refusal)
        {
            Console.WriteLine(refusal.Message.ReplaceLineEndings(" "));
            return 1;
        }
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<int> StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose() => _process.Dispose();
}

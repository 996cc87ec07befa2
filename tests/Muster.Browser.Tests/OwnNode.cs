using Muster.Storage.BuiltIn;
using Muster.Testing;

namespace Muster.Browser.Tests;

/// <summary>The real program with data of its own, which can be killed and started again at the same address.</summary>
/// <param name="flags">What else the command line says.</param>
public sealed class OwnNode(string command, params string[] flags) : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = TemporaryFolder.Make();
    private MusterProcess? _process;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>What the first administrator signs in with; only a fresh "serve" has it.</summary>
    public Task<string> FirstPassword => _process!.FirstPassword;

    /// <summary>How another node connects to the built-in PostgreSQL of this one.</summary>
    public string Connection => ((PostgresLook.Running)BuiltInPostgres.Look(Data)).ConnectionString;

    private string Data => Path.Combine(_folder.FullName, "data");

    public async Task StartAsync()
    {
        var urls = Address.GetLeftPart(UriPartial.Authority);
        // Tests make what they need themselves: the contact centre of the demonstration would cost each a minute.
        string[] without = command == "demo" ? ["--accounts-only"] : [];
        _process = MusterProcess.Start([command, "--data", Data, "--urls", urls, .. without, .. flags]);
        Address = await _process.AddressAsync();
    }

    public Task KillAsync() => _process!.KillAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.TerminateAsync();
            _process.Dispose();
            await PostgresLeftovers.EndAsync(Data);
        }

        _folder.Delete(recursive: true);
    }
}

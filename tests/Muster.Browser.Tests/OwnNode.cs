using Muster.Testing;

namespace Muster.Browser.Tests;

/// <summary>The real program with data of its own, which can be killed and started again at the same address.</summary>
public sealed class OwnNode(string command) : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = TemporaryFolder.Make();
    private MusterProcess? _process;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>What the first administrator signs in with; only a fresh "serve" has it.</summary>
    public Task<string> FirstPassword => _process!.FirstPassword;

    private string Data => Path.Combine(_folder.FullName, "data");

    public async Task StartAsync()
    {
        var urls = Address.GetLeftPart(UriPartial.Authority);
        _process = MusterProcess.Start(command, "--data", Data, "--urls", urls);
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

namespace Muster.Browser.Tests.Adherence;

/// <summary>Nodes a and b on one database: the demonstration and one that joins it.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private readonly OwnNode _first = new("demo", "--set", "Server:Node=a");
    private OwnNode? _second;

    public Uri First => _first.Address;

    public Uri Second => _second!.Address;

    /// <summary>Ada, signed in at a.</summary>
    public ApiSession Ada { get; private set; } = null!;

    /// <summary>Paul, signed in at b.</summary>
    public ApiSession Paul { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _first.StartAsync();
        _second = new OwnNode("serve", "--database", _first.Connection, "--set", "Server:Node=b");
        await _second.StartAsync();
        Ada = await ApiSession.SignInAsync(First, "ada", DemoNode.Password);
        Paul = await ApiSession.SignInAsync(Second, "paul", DemoNode.Password);
    }

    public Task KillSecondAsync() => _second!.KillAsync();

    public async ValueTask DisposeAsync()
    {
        Ada?.Dispose();
        Paul?.Dispose();
        if (_second is not null)
        {
            await _second.DisposeAsync();
        }

        await _first.DisposeAsync();
    }
}

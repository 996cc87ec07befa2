using System.Diagnostics;
using System.Text;

namespace Muster.Testing;

/// <summary>The real program as a process of its own, with what it says.</summary>
public sealed class MusterProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly List<(int Lines, TaskCompletionSource Heard)> _waiting = [];
    private readonly TaskCompletionSource<string> _firstPassword =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _lines;

    private MusterProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>The first administrator's, which an empty installation says once it listens.</summary>
    public Task<string> FirstPassword => _firstPassword.Task;

    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    public static MusterProcess Start(params string[] arguments) => StartUnder([], arguments);

    /// <param name="under">A command that becomes the program, such as "ip netns exec".</param>
    public static MusterProcess StartUnder(IReadOnlyList<string> under, params string[] arguments)
    {
        var program = Path.Combine(Accepted.Repository, "artifacts/bin/Muster.Server/release/muster");
        string[] line = [.. under, program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys
            .Where(name => name.StartsWith("MUSTER_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        var muster = new MusterProcess(new Process { StartInfo = start });
        muster._process.OutputDataReceived += (_, line) => muster.Hear(line.Data);
        muster._process.ErrorDataReceived += (_, line) => muster.Hear(line.Data);
        muster._process.Start();
        muster._process.BeginOutputReadLine();
        muster._process.BeginErrorReadLine();
        return muster;
    }

    /// <summary>Where it listens; fails with what it said when it ended instead.</summary>
    public async Task<Uri> AddressAsync()
    {
        var ended = _process.WaitForExitAsync();
        return await Task.WhenAny(_address.Task, ended) == ended
            ? throw new InvalidOperationException($"Muster ended with {_process.ExitCode}: {Said}")
            : await _address.Task;
    }

    /// <summary>Returns when it has said so many lines, or listens.</summary>
    public Task HeardAsync(int lines)
    {
        lock (_said)
        {
            if (_lines >= lines)
            {
                return Task.CompletedTask;
            }

            var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((lines, heard));
            return Task.WhenAny(heard.Task, AddressAsync());
        }
    }

    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>As the kernel does it: nothing is tidied up.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync();
    }

    /// <summary>As systemd and Ctrl+C ask for it.</summary>
    public async Task<int> TerminateAsync()
    {
        if (!_process.HasExited)
        {
            await SignalAsync("-TERM");
        }

        return await EndAsync();
    }

    /// <summary>Stops it in the middle of whatever it does, without its noticing.</summary>
    public Task PauseAsync() => SignalAsync("-STOP");

    /// <summary>Lets a paused one go on.</summary>
    public Task ResumeAsync() => SignalAsync("-CONT");

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
            _lines++;
            foreach (var (_, heard) in _waiting.Where(waiting => waiting.Lines <= _lines))
            {
                heard.TrySetResult();
            }
        }

        if (line?.StartsWith("Muster is at ", StringComparison.Ordinal) == true)
        {
            // Edge: thrown here, on the reading thread, it would end the whole suite.
            _ = Uri.TryCreate(line.Split(' ')[3].TrimEnd('.'), UriKind.Absolute, out var address)
                ? _address.TrySetResult(address)
                : _address.TrySetException(new InvalidOperationException($"No address stands in \"{line}\"."));
        }

        if (line?.StartsWith("First sign-in: user ", StringComparison.Ordinal) == true)
        {
            _firstPassword.TrySetResult(line.Split(' ')[5]);
        }
    }
}

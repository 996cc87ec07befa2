namespace Muster.Server.Demo.Steps;

/// <summary>A step of building the demonstration's centre. It looks what is there, and does what is missing.</summary>
public interface ICentreStep
{
    /// <summary>In one or two words.</summary>
    string Title { get; }

    /// <param name="tell">Told how far it is.</param>
    /// <returns>What there is now, as a sentence without its full stop.</returns>
    Task<string> RunAsync(Action<string> tell, CancellationToken token);
}

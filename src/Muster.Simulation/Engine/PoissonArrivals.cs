using Muster.Simulation.Centre;
using Muster.Simulation.Chance;

namespace Muster.Simulation.Engine;

/// <summary>
/// A Poisson process with piecewise constant rates, by inversion of the integrated rate: call n comes when that reaches
/// the sum of n unit exponentials, so that variants with other rates see the same calls earlier or later.
/// </summary>
internal sealed class PoissonArrivals : ArrivalSource
{
    private const double DaySeconds = 86_400;

    private readonly Arrivals _arrivals;
    private readonly double _horizon;
    private readonly RandomStream _stream;
    private readonly Distribution? _dayFactor;
    private readonly RandomStream _dayStream;
    private ulong _drawn;
    private double _now;
    private double _rate;
    private double _rateEnd;
    private long _piece = -1;
    private long _day = -1;
    private double _pieceRate;
    private double _pieceEnd;
    private double _factor = 1;
    private double _dayEnd;

    /// <param name="days">The day factors are drawn from it; two queues may share it.</param>
    public PoissonArrivals(CallQueue queue, double horizonSeconds, RandomStream stream, RandomStream days)
    {
        (_arrivals, _horizon, _stream) = (queue.Arrivals, horizonSeconds, stream);
        (_dayFactor, _dayStream) = (queue.DayFactor, days);
        _dayEnd = _dayFactor is null ? double.PositiveInfinity : 0;
        Turn();
    }

    public override double Next()
    {
        var need = -Math.Log(1 - _stream.At(_drawn++));
        var until = _now + (need / _rate);
        while (!(until < _rateEnd))
        {
            if (_rateEnd >= _horizon)
            {
                _now = _rateEnd;
                return double.PositiveInfinity;
            }

            need -= _rate * (_rateEnd - _now);
            _now = _rateEnd;
            Turn();
            until = _now + (Math.Max(0, need) / _rate);
        }

        return _now = until;
    }

    /// <summary>Sets the rate from <see cref="_now"/> on and how long it holds.</summary>
    private void Turn()
    {
        if (_now >= _pieceEnd)
        {
            _piece++;
            var rates = _arrivals.RatesPerSecond;
            var isOver = _piece >= rates.Length && !_arrivals.Repeats;
            _pieceRate = isOver ? 0 : rates[_piece % rates.Length];
            _pieceEnd = isOver ? double.PositiveInfinity : (_piece + 1) * _arrivals.PieceSeconds;
        }

        if (_now >= _dayEnd)
        {
            _day++;
            _factor = _dayFactor!.At(_dayStream.At((ulong)_day));
            _dayEnd = (_day + 1) * DaySeconds;
        }

        _rate = _pieceRate * _factor;
        _rateEnd = Math.Min(_horizon, Math.Min(_pieceEnd, _dayEnd));
    }
}
